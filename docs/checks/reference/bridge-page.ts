import { answerLimits } from '../../../sandbox/contract/capabilities/net.ts';
import {
  type HostEventName,
  hostEvents,
  type MethodEntry,
  type MethodName,
  methods,
  type Quotas,
  quotas,
} from '../../../sandbox/contract/index.ts';
import { BRIDGE_VERSION } from '../../../sandbox/contract/messages.ts';
import {
  liveQuotas,
  netQuotas,
  packageQuotas,
  pictureQuotas,
  storageQuotas,
} from '../../../sandbox/contract/quotas.ts';
import { code, duration, inline, page, table, yesNo } from './markdown.ts';
import { schemaText } from './schema-text.ts';

const eventWords: Readonly<Record<HostEventName, string>> = {
  show: 'The app is on the screen again, after a sheet of the bank or another page.',
  hide: 'The app is covered or out of sight. It keeps running; out of sight, what needs the screen is `ERR_BRIDGE_HIDDEN`, after five minutes every call is `ERR_BRIDGE_SUSPENDED` and events wait for `show`, after thirty it is closed.',
  close: 'The app is about to end; it has half a second to save what must be kept.',
  theme: 'The customer changed the appearance.',
  locale: 'The customer changed the language.',
  network: 'The device lost or found the network.',
  refresh:
    'The customer pulled the bar down, or chose “Refresh”. Load again, then call `ui.pullToRefresh({state: "done"})`.',
  memory: 'The device is short of memory: let go of what can be had again. Only inside the bank’s native app.',
  error: 'Something the container does for the app in the background came to nothing, such as sending what it counted.',
  payment: 'Something about an order may have changed. Ask your own server; it is never proof of payment.',
};

const quotaWords: Readonly<Record<keyof Quotas, string>> = {
  messagesPerSecond: 'Messages a second for long; each call inside a batch counts. More closes the app.',
  messageBurst: 'Messages at once.',
  messageSize: 'Size of one message, batches included: 1 for each UTF-16 code unit of text, 8 for every other value.',
  messageDepth: 'Levels of arrays and objects inside one argument.',
  callsInFlight: 'Calls waiting for their answer, streams until their end among them; one more is `ERR_BRIDGE_BUSY`.',
  chunkBytes: 'Bytes of one chunk of a stream, at most. A larger one closes the app.',
  chunkFloor: 'What a smaller chunk counts for among the bytes on the way.',
  bytesOnTheWay: 'Bytes of one stream that have come and were not yet read. The sender waits until the app reads on.',
  pingEveryMs: 'The container asks this often whether the app still answers.',
  pingsUnanswered: 'Unanswered questions after which the app counts as hung and is closed.',
  readyMs: 'An app must have started within this.',
  loaderMs: 'After the frame has loaded, its loader must have spoken within this.',
  gestureMs: 'How long one tap counts, at most.',
};

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`;
const isTime = (name: string): boolean => name.endsWith('Ms');

/** JSON as JavaScript is written: names without quotes where they need none. */
const json = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/"([A-Za-z_$][\w$]*)":/g, '$1:');

const streamExample = (name: string, { args, result }: MethodEntry['example']): string =>
  [
    `const { body, ...head } = await portico.${name}(${json(args)}) // head: ${json(result)}`,
    'for (const reader = body.getReader(); ; ) {',
    '  const { done, value } = await reader.read() // value: Uint8Array',
    '  if (done) break',
    '}',
  ].join('\n');

function methodPart(name: MethodName): string {
  const { says, capability, args, result, deadlineMs, gesture, consent, sensitive, example } = methods[name];
  const { streams }: MethodEntry = methods[name];
  const facts = [
    [
      capability === null ? 'none needed' : inline(capability),
      duration(deadlineMs),
      yesNo(gesture),
      yesNo(consent),
      yesNo(sensitive),
    ],
  ];
  const heads = ['capability', 'deadline', 'needs a tap', 'asks the customer', 'sensitive'];
  const goesOn = streams ? '\nbody   ReadableStream<Uint8Array> // a member of the result' : '';
  const text = `args   ${schemaText(args)}\nresult ${schemaText(result)}${goesOn}`;
  const call = streams
    ? streamExample(name, example)
    : `await portico.${name}(${json(example.args)}) // ${json(example.result)}`;
  return `### ${name}\n\n${says}\n\n${table(heads, facts)}\n${code('ts', text)}\n${code('ts', call)}`;
}

export function bridgePage(): string {
  const names = Object.keys(methods) as MethodName[];
  const events = Object.entries(hostEvents).map(([name, payload]) => [
    inline(name),
    eventWords[name as HostEventName],
    inline(schemaText(payload).replace(/\s*\n\s*/g, ' ')),
  ]);
  const limits = Object.entries(quotas).map(([name, value]) => [
    inline(name),
    isTime(name) ? duration(value) : value.toLocaleString('en'),
    quotaWords[name as keyof Quotas],
  ]);
  return page(
    'Bridge',
    [
      `What a mini-app can ask of the container, and what the container tells it (version ${BRIDGE_VERSION}).`,
      'Every method is called as `await portico.<family>.<name>(args, {signal, deadlineMs})` and rejects with `PorticoCallError`, whose `code` is one of the [errors](errors.md).',
      'Arguments and results are checked against these schemas on both sides; unknown members are refused. `null` means nothing.',
      'A method with a capability works only when the manifest declares it with a reason; the calls of sensitive methods are reported to the container one by one.',
    ].join('\n'),
    '## Methods\n',
    ...names.map(methodPart),
    '## Events\n',
    '`portico.on(name, listener)` returns a function that stops listening.\n',
    table(['event', 'when', 'payload'], events),
    '## Streams\n',
    [
      `A result with a \`body\` goes on in bytes. They cross as chunks of ${quotas.chunkBytes / 1024} KiB at most, and only as the app reads: ${quotas.bytesOnTheWay / 1024 / 1024} MiB may be on the way unread, then the container, its network connection and the back end wait.`,
      'The deadline and the `signal` of the call hold until the last byte. `body.cancel()` and an abort end the request at the back end; what goes wrong on the way makes the next `read()` reject with `PorticoCallError`, and bytes not yet read are lost with it.',
      '',
    ].join('\n'),
    '## Quotas\n',
    'Breaking a limit of messages ends the app; the customer sees a page that offers to open it again.\n',
    table(['limit', 'value', 'what it is'], limits),
    'Limits of other parts:\n',
    table(
      ['limit', 'value'],
      [
        ['storage of one app for one customer', megabytes(storageQuotas.total)],
        ['storage under one key', megabytes(storageQuotas.key)],
        ['keys of one app for one customer', storageQuotas.keys.toLocaleString('en')],
        ['body of an answer to net.request and net.upload, in characters', answerLimits.body.toLocaleString('en')],
        ['headers of a back end’s answer, beside those for browsers', `${answerLimits.headers}`],
        ['calls to back ends under way at once', `${netQuotas.atOnce}`],
        ['calls to back ends begun within a minute', `${netQuotas.aMinute}`],
        ['time of a back end to begin to answer', duration(netQuotas.firstByteMs)],
        ['time of a back end’s whole answer', duration(netQuotas.wholeAnswerMs)],
        ['body of a request to a back end', megabytes(netQuotas.request)],
        ['answer to net.download', megabytes(netQuotas.response)],
        ['answer to net.stream', megabytes(netQuotas.stream)],
        ['package, packed', megabytes(packageQuotas.packed)],
        ['package, unpacked', megabytes(packageQuotas.unpacked)],
        ['one file of a package', megabytes(packageQuotas.file)],
        ['files in a package', packageQuotas.files.toLocaleString('en')],
        ['what the entry page needs before it can start', megabytes(packageQuotas.firstLoad)],
        ['picture that an app has shown or saved, in pixels', pictureQuotas.given.toLocaleString('en')],
        ['picture on a card, in pixels', pictureQuotas.card.toLocaleString('en')],
        ['edge of an icon, in pixels', pictureQuotas.iconEdge.toLocaleString('en')],
        ['apps that are open at once', `${liveQuotas.apps}`],
        ['time out of sight before an app is paused', duration(liveQuotas.suspendAfterMs)],
        ['time out of sight before an app is closed', duration(liveQuotas.closeAfterMs)],
        ['time to save what it must when it is closed', duration(liveQuotas.graceMs)],
      ],
    ),
  );
}
