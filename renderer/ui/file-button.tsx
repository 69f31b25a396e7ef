import { useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";

/** A small button that asks for a file with the system's own dialog. */
export function FileButton(props: {
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()} size="small">
        {props.children}
      </Button>
      <input
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.item(0);
          if (file != null) props.onFile(file);
          // So that the same file can be chosen again.
          event.currentTarget.value = "";
        }}
        ref={input}
        type="file"
      />
    </>
  );
}
