/** What a part of a document holds, read without its neighbours. Memoised: everything is relative to the part's start. */
import type { BlockKind, Exhibit } from './block';
import { withCitations } from './citations';
import { countWords, hasFinalStop, hasInnerSentenceEnd, lastMark } from './form';
import { endsWithCredit, type Furniture, furnitureOf } from './furniture';
import { type CutProse, startEarlier } from './prose';
import { identityMap, type SourceMap } from './sourceMap';
import type { Span } from './span';

/** A block before its neighbours have had their say: a paragraph may yet be a headline, a caption, a heading. */
export interface RawBlock {
	readonly kind: BlockKind;
	/** Relative to the start of the part it was read in. */
	readonly span: Span;
	readonly text: string;
	readonly map: SourceMap;
	readonly exhibits: readonly Exhibit[];
	readonly emphasized: readonly Span[];
	readonly form: Form;
	/** Whether a blank line, or the end of the document, comes before it and after it. */
	readonly opensRun: boolean;
	readonly closesRun: boolean;
	/** Level of a Markdown heading, else 0. */
	readonly level: number;
	/** Whether all its words are emphasised, once or twice. */
	readonly allEmphasized: boolean;
	/** Whether it holds a picture and nothing else. */
	readonly picture: boolean;
}

/** What its words show by themselves; a block that is not a paragraph has only its length. */
export interface Form {
	readonly words: number;
	readonly furniture: Furniture | null;
	readonly stop: boolean;
	/** The last unit, quotation marks and brackets aside. */
	readonly last: string;
	readonly several: boolean;
	readonly credited: boolean;
}

type Traits = Partial<Pick<RawBlock, 'opensRun' | 'closesRun' | 'level' | 'allEmphasized' | 'picture'>>;

const noForm: Form = { words: 0, furniture: null, stop: false, last: '', several: false, credited: false };

/** A block of prose that covers `span`, which holds the prose. */
export function proseBlock(kind: BlockKind, prose: CutProse, span: Span, traits: Traits = {}): RawBlock {
	const { text } = prose;
	const form = kind === 'paragraph' ? formOf(text) : { ...noForm, words: countWords(text) };
	const { opensRun = true, closesRun = true, level = 0, allEmphasized = false, picture = false } = traits;
	return {
		kind,
		span,
		text,
		map: startEarlier(prose.map, prose.sourceStart - span.start),
		exhibits: withCitations(text, prose.exhibits),
		emphasized: prose.emphasized,
		form,
		opensRun,
		closesRun,
		level,
		allEmphasized,
		picture,
	};
}

/** A block that is not read: code, front matter, a piece of HTML. */
export function silentBlock(kind: BlockKind, document: string, span: Span, traits: Traits = {}): RawBlock {
	const { opensRun = true, closesRun = true, level = 0, allEmphasized = false, picture = false } = traits;
	return {
		kind,
		span,
		text: document.slice(span.start, span.end),
		map: identityMap(span.end - span.start),
		exhibits: [],
		emphasized: [],
		form: noForm,
		opensRun,
		closesRun,
		level,
		allEmphasized,
		picture,
	};
}

function formOf(text: string): Form {
	const words = countWords(text);
	return {
		words,
		furniture: furnitureOf(text, words),
		stop: hasFinalStop(text),
		last: lastMark(text),
		several: words < 100 && hasInnerSentenceEnd(text),
		credited: words < 100 && endsWithCredit(text),
	};
}
