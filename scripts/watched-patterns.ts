// What the patterns that the scan looks up need: all that its modules watch.
import '../src/scan/archive-orders.ts';
import '../src/scan/front-ends.ts';

export { madeParts } from '../src/scan/prefilter/path-parts.ts';
export { triggers } from '../src/scan/prefilter/spots.ts';
