/**
 * An error of the command line's parser without what was given to an option that there is not: with `--token=...` that is a secret,
 * and what a build prints is kept.
 */
export function withoutGivenValues(message: string): string {
  return message.replaceAll(/(--?[\w-]+)=.*'/g, "$1'");
}
