// What the patterns that the scan looks up need: all that its modules watch.
import '../src/scan/archive-orders.ts';
import '../src/scan/front-ends.ts';

export { triggers } from '../src/scan/prefilter/spots.ts';
