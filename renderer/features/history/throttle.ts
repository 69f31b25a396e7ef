/** Runs a task at most once in so many milliseconds: at once when it has been quiet, and once more after the last asking. */
export function createThrottle(
  milliseconds: number,
  task: () => void,
): { readonly ask: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isAskedAgain = false;
  const run = (): void => {
    isAskedAgain = false;
    task();
    timer = setTimeout(() => {
      timer = null;
      if (isAskedAgain) run();
    }, milliseconds);
  };
  return {
    ask() {
      if (timer === null) run();
      else isAskedAgain = true;
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
