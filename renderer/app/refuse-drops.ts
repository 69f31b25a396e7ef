/**
 * Keeps a file that is dropped beside the places that take files from replacing the console: a browser opens such a file in the
 * window. What a place has taken it has prevented already.
 */
export function refuseDrops(window: Pick<Window, "addEventListener">): void {
  for (const type of ["dragover", "drop"] as const) {
    window.addEventListener(type, (event) => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    });
  }
}
