const PLACEHOLDER = /\{\{[^{}]*\}\}/;
const SECRET_REFERENCE = /^\{\{secret:[^{}]+\}\}$/;

/** Whether a text has a placeholder in it. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Whether a text is exactly one reference to a stored secret, which is filled in at the last step. */
export function isSecretReference(text: string): boolean {
  return SECRET_REFERENCE.test(text);
}
