import { useState, type DragEvent } from "react";

/** A file dropped anywhere on the screen, until it is dealt with; and whether one is being dragged over it. */
export function useDroppedFile(): {
  readonly file: File | null;
  readonly isOver: boolean;
  readonly clear: () => void;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
} {
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  return {
    file,
    isOver,
    clear: () => setFile(null),
    handlers: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event) {
        const isWithin =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isWithin) setOver(false);
      },
      onDrop(event) {
        const [dropped] = event.dataTransfer.files;
        if (dropped === undefined) return;
        event.preventDefault();
        setOver(false);
        setFile(dropped);
      },
    },
  };
}
