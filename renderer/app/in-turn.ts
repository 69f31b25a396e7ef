/**
 * One call after the other, each begun when the one before has been answered or has failed: on two connections, the later one
 * might arrive first.
 */
export function createTurns(): <Value>(call: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const turn = last.then(call, call);
    last = turn;
    return turn;
  };
}
