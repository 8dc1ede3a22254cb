/** Where a value stands in a document: keys and array indexes from the root. */
export type Route = readonly (string | number)[];

/** `gateway.auth.token`, `agents.list[0].id`, `channels["odd key"]`: how people write a route. */
export function formatRoute(route: Route): string {
  let text = '';
  for (const step of route) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step) || /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step))
      text += text ? `.${step}` : step;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** Whether a route leads to a value or to something above it. */
export function isPrefix(route: Route, of: Route): boolean {
  return route.length <= of.length && route.every((step, index) => step === of[index]);
}
