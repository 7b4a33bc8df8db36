// Measures the app's cold start: from the process's first moment until "I dag" shows
// the demo site's records, beside an empty window of the same framework, in turn.
import { World, program } from './support/world.mjs';
import { openWindow } from './support/window.mjs';

const RUNS = 9;
const closing = [];
const world = await World.of({ after: (action) => closing.push(action) });
await world.demo('aisha');

async function once(application) {
  const window = await openWindow(world, 'aisha', application);
  const millis = await window.startUp();
  await window.close();
  return millis;
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const [ours, empty] = [[], []];
for (let run = 0; run <= RUNS; run += 1) {
  const times = [await once(program('bomiljo-app')), await once(program('examples/empty'))];
  if (run === 0) continue; // the first only warms the file cache
  ours.push(times[0]);
  empty.push(times[1]);
}
const [us, them] = [median(ours), median(empty)];
console.log(`cold start: median ${us.toFixed(0)} ms, empty window ${them.toFixed(0)} ms, +${(us - them).toFixed(0)} ms (${RUNS} runs each, in turn)`);
for (const action of closing) await action();
