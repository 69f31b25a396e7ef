/**
 * Does it once the next frame is on the screen: what is asked for within a frame, or by an effect of what was just drawn, would
 * be done before that frame is shown. Answers what calls it off.
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
