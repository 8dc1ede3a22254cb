/** What a config says to take the webhook token from the environment. */
export const TOKEN_REFERENCE = `\${OPENCLAW_HOOKS_TOKEN}`;
