/** For tests: a client and a server in one process, with an analyzer that needs no language. */
import { PassThrough } from 'node:stream';
import {
	createConnection,
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Analysis, Analyzer, Draft } from '../analysis';
import { noPartsOfSpeech } from '../attribution/partsOfSpeech';
import type { Finding, Rule } from '../rules/rule';
import { identityMap } from '../text/sourceMap';
import type { Environment, Timer } from './environment';
import { startServer } from './server';

/** A clock that stands still until told otherwise. */
export interface ManualTimer extends Timer {
	/** Lets time pass, and calls back what was to be called. */
	advance(milliseconds: number): void;
}

export function manualTimer(): ManualTimer {
	let time = 0;
	let waiting: { at: number; callback: () => void }[] = [];
	return {
		now: () => time,
		defer: callback => void setImmediate(callback),
		after(milliseconds, callback) {
			const entry = { at: time + milliseconds, callback };
			waiting.push(entry);
			return () => {
				waiting = waiting.filter(other => other !== entry);
			};
		},
		advance(milliseconds) {
			time += milliseconds;
			const due = waiting.filter(({ at }) => at <= time);
			waiting = waiting.filter(({ at }) => at > time);
			for (const { callback } of due) callback();
		},
	};
}

/** A rule with nothing but a name. */
export function namedRule(id: string): Rule {
	return {
		id,
		summary: '',
		why: `Readers weigh what they can trace.`,
		answer: '',
		authorities: [{ title: 'A style guide', url: 'https://example.org/guide' }],
		severity: 'warning',
		defaultOn: true,
		voice: { quoted: 'skip', attributed: 'report' },
		silentIn: [],
		example: '',
		nonExample: '',
		checkBlock: () => [],
	};
}

/** Each line is a block; a comment is furniture; "sources" and "claimed" are findings; "crash" throws. */
export function fakeAnalyzer(onStep: (draft: Draft) => void = () => {}): Analyzer {
	return {
		*update(draft) {
			const { text } = draft;
			const blocks: Analysis['blocks'][number][] = [];
			for (let start = 0; start <= text.length; ) {
				const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
				const line = text.slice(start, end);
				onStep(draft);
				yield;
				if (line.includes('crash')) throw new Error(line);
				if (line !== '') {
					blocks.push({
						kind: line.startsWith('<!--') ? 'furniture' : 'paragraph',
						level: 0,
						span: { start, end },
						text: line,
						map: identityMap(line.length),
						english: true,
						exhibits: [],
						emphasized: [],
					});
				}
				start = end + 1;
			}
			return {
				text,
				blocks,
				analyses: blocks.map(block => ({
					block,
					tokens: [],
					partsOfSpeech: noPartsOfSpeech,
					sentences: [{ start: 0, end: block.text.length, firstToken: 0, endToken: 0 }],
					quotations: [],
					attributions: [],
					orphans: [],
					mentions: [],
					claims: [],
					wording: [],
					openQuotation: '',
				})),
				contexts: [],
				genre: draft.genre === 'auto' ? (text.includes('TODO') ? 'not-news' : 'news') : draft.genre,
				genreBasis: 'form',
				language: text.includes('Ä') ? 'other' : 'en',
				summaries: [],
				sources: [],
				attributions: [],
				quotations: [],
				claims: [],
				asked: ['anonymous-source', 'loaded-reporting-verb'].filter(id => draft.rules[id] !== 'off'),
				findings: blocks.flatMap((block, index) =>
					block.kind === 'furniture' ? [] : findingsIn(draft, block.text, block.span.start, index),
				),
			};
		},
	};
}

function findingsIn(draft: Draft, text: string, base: number, block: number): Finding[] {
	const found: Finding[] = [];
	for (const [word, rule] of [
		['sources', 'anonymous-source'],
		['claimed', 'loaded-reporting-verb'],
	] as const) {
		const severity = draft.rules[rule] ?? 'warning';
		if (severity === 'off') continue;
		for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			const span = { start: base + at, end: base + at + word.length };
			found.push({
				rule,
				span,
				severity,
				block,
				message: `“${word}”: who?`,
				related: [],
				fixes:
					word === 'claimed'
						? [{ title: 'Write “said”', kind: 'reword', edits: [{ span, text: 'said' }] }]
						: [
								{
									title: 'Add who',
									kind: 'attribute',
									edits: [{ span, text: '[who?]', snippet: `\${1|[who?],Doe|}` }],
								},
							],
			});
		}
	}
	return found.sort((a, b) => a.span.start - b.span.start);
}

/** A server in this process, and the client's end of the line. */
export function serverInProcess(environment: Partial<Environment> = {}): {
	readonly client: MessageConnection;
	dispose(): void;
} {
	const [up, down] = [new PassThrough(), new PassThrough()];
	const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
	const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
	startServer(server, {
		createAnalyzer: () => fakeAnalyzer(),
		rules: ['anonymous-source', 'loaded-reporting-verb'].map(namedRule),
		version: '0.0.0',
		timer: manualTimer(),
		...environment,
	});
	server.listen();
	return {
		client,
		dispose() {
			client.dispose();
			server.dispose();
		},
	};
}
