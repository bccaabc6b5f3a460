/** Whose turn it is in an interview: what is answered is the other's voice, whoever sets the words (EDITORIAL, "interview"). */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isCapitalized } from '../grammar';
import type { BlockAnalysis, Genre } from '../model';
import { perBlock } from '../perBlock';

/** For each block the words that are an answer; null where the writer asks, introduces or heads, and in what is no interview. */
export function answersIn(analyses: readonly BlockAnalysis[], genre: Genre): readonly (Span | null)[] | null {
	if (genre !== 'interview') return null;
	const labels = analyses.map(analysis => labelOf(analysis));
	return labels.filter(label => label !== null).length >= leastTurns ? byLabel(analyses, labels) : byQuestion(analyses);
}

const leastTurns = 3;
const leastQuestions = 2;

/** "ALDER: No." */
interface Label {
	readonly name: string;
	/** Where the words of the turn begin. */
	readonly start: number;
}

const longestLabel = 6;
/** Notes that look like a label. */
const notes = /^(?:note|editor|correction|update|updated|photo|video|file|todo)\b/;

const labelOf = perBlock(({ tokens, block }): Label | null => {
	const colon = tokens.slice(0, longestLabel).findIndex(({ text }, i) => text === ':' || (i === 1 && text === '.'));
	const next = tokens[colon + 1];
	if (colon < 1 || !next) return null;
	const isOne = /^[QA]$/.test((tokens[0] as Token).text);
	if (tokens[colon]?.text === '.' && !isOne) return null;
	const names = tokens.slice(0, colon).filter(({ kind }) => kind === 'word');
	if (names.length === 0 || !names.every(isCapitalized)) return null;
	const name = block.text
		.slice(0, (tokens[colon] as Token).start)
		.trim()
		.toLowerCase();
	return notes.test(name) ? null : { name, start: next.start };
});

/** Whoever's turns are questions, half of them or more, asks; all others answer, until the next label or heading. */
function byLabel(analyses: readonly BlockAnalysis[], labels: readonly (Label | null)[]): readonly (Span | null)[] {
	const turns = new Map<string, { all: number; asking: number }>();
	for (const [b, label] of labels.entries()) {
		if (!label) continue;
		const own = turns.get(label.name) ?? { all: 0, asking: 0 };
		own.all++;
		if (isQuestion(analyses[b] as BlockAnalysis)) own.asking++;
		turns.set(label.name, own);
	}
	const asks = ({ name }: Label): boolean => {
		const { all, asking } = turns.get(name) ?? { all: 1, asking: 0 };
		return name === 'q' || (name !== 'a' && asking * 2 >= all);
	};
	let isAnswer = false;
	return analyses.map((analysis, b) => {
		const label = labels[b] ?? null;
		if (label) isAnswer = !asks(label);
		else if (!goesOn(analysis)) isAnswer = false;
		return isAnswer ? wordsOf(analysis, label?.start ?? 0) : null;
	});
}

/** Questions in paragraphs of their own, and what stands between them. */
function byQuestion(analyses: readonly BlockAnalysis[]): readonly (Span | null)[] {
	if (analyses.filter(isQuestion).length < leastQuestions) return [];
	let isAnswer = false;
	return analyses.map(analysis => {
		if (isQuestion(analysis)) {
			isAnswer = true;
			return null;
		}
		// A short question alone on its line looks like a heading, and so does a question that ends without its mark.
		if (!goesOn(analysis)) return null;
		return isAnswer ? wordsOf(analysis, 0) : null;
	});
}

function isQuestion({ block: { text } }: BlockAnalysis): boolean {
	return text.endsWith('?');
}

function goesOn({ block: { kind } }: BlockAnalysis): boolean {
	return kind === 'paragraph' || kind === 'list-item' || kind === 'block-quote' || kind === 'furniture';
}

function wordsOf({ block: { text }, tokens }: BlockAnalysis, start: number): Span | null {
	return tokens.length > 0 && text.length > start ? { start, end: text.length } : null;
}
