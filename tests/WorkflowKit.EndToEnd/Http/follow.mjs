// Follows an event stream by the rules of EventSource (https://html.spec.whatwg.org/multipage/server-sent-events.html), which Node 20 does not have:
// `node follow.mjs URL [LAST-EVENT-ID]`. Each event goes to standard output as it would come on the wire; what ended it, a status, to standard error.
let [url, lastEventId = ''] = process.argv.slice(2);
let retry = 50;

/** Yields the lines of a body; the one that a cut connection leaves unfinished is dropped. */
async function* lines(body) {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    // A carriage return at the end may be half of a line's end.
    for (let match; (match = /\r\n|\n|\r(?!$)/.exec(text)); text = text.slice(match.index + match[0].length)) yield text.slice(0, match.index);
  }
}

async function follow(body) {
  let [data, type, id] = [[], '', lastEventId];
  for await (const line of lines(body)) {
    if (line === '') {
      lastEventId = id;
      if (data.length > 0) write(type || 'message', data);
      [data, type] = [[], ''];
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }
}

function write(type, data) {
  process.stdout.write(`id: ${lastEventId}\nevent: ${type}\n${data.map(line => `data: ${line}\n`).join('')}\n`);
}

while (true) {
  try {
    const headers = { Accept: 'text/event-stream', 'Cache-Control': 'no-store', ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
    const response = await fetch(url, { headers });
    if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      // The server does not want it to come back.
      process.stderr.write(`${response.status}`);
      break;
    }
    await follow(response.body);
  } catch (error) {
    // Cut off. Whatever is no matter of the network must not be taken for it.
    if (!(error instanceof TypeError)) throw error;
  }
  await new Promise(resolve => setTimeout(resolve, retry));
}
