/** For tests: the sources of an invented draft, as the server tells them. */
import type { DraftSources, ListedSource, ListedStatement, ProtocolRange } from '../../../server/src/protocol';

export function rangeAt(line: number, start: number, end: number): ProtocolRange {
	return { start: { line, character: start }, end: { line, character: end } };
}

export function statement(words: string, told: Partial<ListedStatement> = {}): ListedStatement {
	return {
		id: words,
		cue: 'said',
		words,
		wording: 'paraphrased',
		orElse: [],
		via: [],
		unsure: false,
		place: 'par 1',
		range: rangeAt(2, 0, 40),
		...told,
	};
}

export function source(name: string, told: Partial<ListedSource> = {}): ListedSource {
	return {
		id: name.toLowerCase(),
		name,
		kind: 'person',
		role: null,
		via: [],
		relays: 0,
		speaks: true,
		introduction: rangeAt(2, 0, name.length),
		statements: [],
		...told,
	};
}

export const quay: DraftSources = {
	groups: [
		{
			identification: 'named',
			sources: [
				source('Ruth Alder', {
					role: 'Mayor',
					statements: [
						statement('the quay leaks'),
						statement('“We have time,”', { wording: 'quoted', place: 'par 3', range: rangeAt(6, 0, 29) }),
					],
				}),
				source('Norland Courier', { kind: 'outlet', relays: 1, speaks: false, introduction: rangeAt(4, 27, 46) }),
			],
		},
		{
			identification: 'anonymous',
			sources: [
				source('a source close to the talks', {
					via: ['Norland Courier'],
					introduction: rangeAt(4, 0, 27),
					statements: [
						statement('the money is gone', {
							cue: 'told',
							via: ['Norland Courier'],
							place: 'par 2',
							range: rangeAt(4, 0, 80),
						}),
					],
				}),
			],
		},
	],
	noOne: [statement('be held in May', { cue: 'is expected to', place: 'par 2', range: rangeAt(4, 90, 140) })],
	claims: [
		{
			id: 'cause',
			question: 'Who says one caused the other: “led to”? No source here.',
			words: 'The repairs led to a loss of jobs.',
			place: 'par 4',
			range: rangeAt(8, 12, 18),
		},
	],
};
