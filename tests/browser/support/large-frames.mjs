// How smoothly a page is drawn, by Chromium's trace of the page's own thread; the core has a worker's.

const CATEGORIES = ['__metadata', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
// Milliseconds of a frame that can be felt.
export const FELT = 50;
// The kinds of work that a browser tells of, by what they are for.
const WORK = {
  code: /^(FunctionCall|EvaluateScript|v8\.|RunMicrotasks|TimerFire|FireAnimationFrame|EventDispatch|HandlePostMessage|.*Callback)/,
  style: /^(UpdateLayoutTree|RecalculateStyles|ScheduleStyle)/,
  layout: /^Layout$/,
  paint: /^(PrePaint|Paint|Layerize|Commit|UpdateLayer)/,
  memory: /GC/,
};

// Does something, and answers with what was traced meanwhile.
export async function traced(page, deed) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const traceConfig = { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' };
  await session.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await deed();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await session.send('Tracing.end');
  if ((await complete).dataLossOccurred) throw new Error('the trace has gaps');
  await session.detach();
  return events;
}

// Milliseconds of the frames that were drawn and of the tasks that were done, longest first, and
// what the longest task was about.
export function figures(events) {
  const began = events.find((it) => it.name === 'TracingStartedInBrowser');
  const { processId } = began.args.data.frames[0];
  const isOwn = (it) => it.name === 'thread_name' && it.pid === processId && it.args.name === 'CrRendererMain';
  const { tid } = events.find(isOwn);
  const own = events.filter((it) => it.pid === processId && it.tid === tid && it.ts > began.ts).sort((a, b) => a.ts - b.ts);
  const frames = drawn(own);
  const tasks = own.filter((it) => it.name === 'RunTask').sort((a, b) => b.dur - a.dur);
  const longest = tasks.find((it) => !asks(it, own));
  return {
    frames: frames.length,
    median: frames[Math.floor(frames.length / 2)] ?? 0,
    worst: frames[0] ?? 0,
    felt: frames.filter((it) => it > FELT).length,
    task: longest.dur / 1000,
    about: about(longest, own),
  };
}

// Whether a task is no more than this script's asking.
function asks(task, events) {
  const asked = (it) => it.args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession';
  return events.some((it) => it.ts >= task.ts && it.ts < task.ts + task.dur && asked(it));
}

// From a frame's first task to the end of its drawing, longest first.
function drawn(events) {
  const began = new Map();
  const frames = [];
  for (const { name, ph, id, id2, ts } of events) {
    if (name !== 'AnimationFrame') continue;
    const frame = id ?? id2.local;
    if (ph === 'b') began.set(frame, ts);
    if (ph === 'e' && began.has(frame)) frames.push((ts - began.get(frame)) / 1000);
  }
  return frames.sort((a, b) => b - a);
}

// Milliseconds of a task by what they went to, the outermost event of each kind counted once.
function about(task, events) {
  const within = events.filter((it) => it.ph === 'X' && it.ts >= task.ts && it.ts + it.dur <= task.ts + task.dur);
  const spent = Object.entries(WORK).map(([kind, names]) => {
    let until = 0;
    let sum = 0;
    for (const { name, ts, dur } of within) {
      if (!names.test(name) || ts < until) continue;
      until = ts + dur;
      sum += dur;
    }
    return [kind, Math.round(sum / 1000)];
  });
  return spent.filter(([, millis]) => millis > 0).map(([kind, millis]) => `${kind} ${millis}`).join(', ');
}
