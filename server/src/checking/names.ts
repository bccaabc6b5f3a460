/** The names of a draft, each where it is first given in full: to be spelled right, with the right title. */
import type { Analysis } from '../analysis';
import { bareName, titleBefore } from '../attribution/coreference/names';
import type { BlockAnalysis, Mention } from '../attribution/model';
import { universalTag } from '../attribution/partsOfSpeech';
import { isTitleCase } from '../attribution/patterns';
import { inSlices } from '../text/slices';
import { contains, type Span } from '../text/span';
import type { Token } from '../text/tokens';

export interface NamePassage {
	readonly kind: 'name';
	/** With title and what tells more, in the block's prose. */
	readonly span: Span;
}

interface Found {
	readonly block: number;
	readonly span: Span;
	readonly bare: string;
}

/** By index of the block. The body counts before headline, standfirst and captions, which shorten names. */
export function* namesOf({
	analyses,
}: Analysis): Generator<undefined, ReadonlyMap<number, readonly NamePassage[]>, void> {
	const known = createNames();
	const initials = new Set<string>();
	const shortening = (block: number): boolean =>
		/^(?:headline|standfirst|heading|caption)$/.test(analyses[block]?.block.kind ?? '');
	for (const isShort of [false, true]) {
		yield* inSlices(analyses, (analysis, block) => {
			if (shortening(block) !== isShort) return 0;
			for (const found of namesIn(analysis, block)) {
				if (initials.has(found.bare)) continue;
				const same = known.sameAs(found.bare);
				if (same === null) keep(known, initials, found);
				// "Quist", and "Ada Quist" only later: the whole name is what can be looked up.
				else if (!isShort && isFuller(found.bare, same.bare) && !same.bare.includes(' ')) {
					known.drop(same);
					keep(known, initials, found);
				}
			}
			return analysis.block.text.length;
		});
	}
	const byBlock = new Map<number, NamePassage[]>();
	for (const { block, span } of withoutParts(known.all())) {
		byBlock.set(block, [...(byBlock.get(block) ?? []), { kind: 'name', span }]);
	}
	return byBlock;
}

/** "the University of Norland" is checked with whoever teaches there. */
function withoutParts(found: readonly Found[]): readonly Found[] {
	const kept: Found[] = [];
	for (const one of [...found].sort(
		(a, b) => a.block - b.block || a.span.start - b.span.start || b.span.end - a.span.end,
	)) {
		const last = kept.at(-1);
		if (!(last && last.block === one.block && contains(last.span, one.span))) kept.push(one);
	}
	return kept;
}

/** Whether a day is part of a name: "The Sunday Herald". */
export function isPartOfName(analysis: BlockAnalysis, day: Span): boolean {
	const isIn = (mention: Mention): boolean =>
		mention.form === 'name' &&
		contains(mention, day) &&
		mention.name.includes(' ') &&
		mention.name.includes(analysis.block.text.slice(day.start, day.end));
	return mentionsIn(analysis).some(isIn);
}

function mentionsIn({ attributions, mentions }: BlockAnalysis): readonly Mention[] {
	return [...attributions.flatMap(({ source, via }) => (source ? [source, ...via] : via)), ...mentions];
}

function keep(known: Names, initials: Set<string>, found: Found): void {
	known.add(found);
	const words = found.bare.split(' ').filter(word => !particles.test(word));
	if (words.length > 1) initials.add(words.map(word => word.charAt(0)).join(''));
}

const particles = /^(?:of|and|for|the|&)$/;

/** Names by their first and last words: whoever shares neither is another. */
interface Names {
	add(found: Found): void;
	drop(found: Found): void;
	/** The name known before that this one is, shortens or lengthens; null where it is new. */
	sameAs(bare: string): Found | null;
	all(): readonly Found[];
}

function createNames(): Names {
	const known = new Map<string, Found>();
	const byEnd = new Map<string, Found[]>();
	const endsOf = (bare: string): readonly string[] => {
		const words = bare.split(' ');
		return [...new Set([words[0] ?? '', words.at(-1) ?? ''])];
	};
	return {
		add(found) {
			known.set(found.bare, found);
			for (const end of endsOf(found.bare)) {
				const near = byEnd.get(end);
				if (near) near.push(found);
				else byEnd.set(end, [found]);
			}
		},
		drop(found) {
			known.delete(found.bare);
			for (const end of endsOf(found.bare))
				byEnd.set(
					end,
					(byEnd.get(end) ?? []).filter(other => other !== found),
				);
		},
		sameAs(bare) {
			const near = endsOf(bare).flatMap(end => byEnd.get(end) ?? []);
			return known.get(bare) ?? near.find(other => isFuller(other.bare, bare) || isFuller(bare, other.bare)) ?? null;
		},
		all: () => [...known.values()],
	};
}

/** "ada quist" is fuller than "quist" and than "ada". */
function isFuller(long: string, short: string): boolean {
	return long.endsWith(` ${short}`) || long.startsWith(`${short} `);
}

function namesIn(analysis: BlockAnalysis, block: number): readonly Found[] {
	// In Title Case every word looks like a name.
	if (isTitleCase(analysis.tokens)) return [];
	const mentions = mentionsIn(analysis).filter(mention => isName(analysis, mention));
	return mentions
		.filter(mention => !mentions.some(other => isWider(other, mention)))
		.filter((mention, i, all) => all.findIndex(({ start }) => start === mention.start) === i)
		.sort((a, b) => a.start - b.start)
		.flatMap(mention => {
			const bare = bareName(mention.name);
			// A word alone can be looked up as a name where a title or a role stands with it.
			const title = titleBefore(analysis, mention);
			const isTold = bare.includes(' ') || mention.descriptors.length > 0 || title !== null;
			const span = withoutClause(analysis, mention);
			const start = title === null ? span.start : (analysis.tokens[mention.firstToken - 1] as Token).start;
			return isTold ? [{ block, span: { ...span, start }, bare }] : [];
		});
}

/** "Ada Quist, who also spoke" is Ada Quist. */
function withoutClause({ tokens }: BlockAnalysis, { start, end, firstToken, endToken, head }: Mention): Span {
	if (tokens[endToken - 1]?.lower === 'and') return { start, end: (tokens[endToken - 2] as Token).end };
	const relative = tokens.findIndex(
		({ lower }, i) => i > head && i < endToken && /^(?:who|whom|whose|which|where)$/.test(lower),
	);
	if (relative <= firstToken) return { start, end };
	const last = tokens[relative - 1]?.text === ',' ? relative - 2 : relative - 1;
	return { start, end: (tokens[last] as Token).end };
}

function isWider(other: Mention, mention: Mention): boolean {
	return (
		other !== mention &&
		contains(other, mention) &&
		other.end - other.start > mention.end - mention.start &&
		bareName(other.name) === bareName(mention.name)
	);
}

function isName(
	{ partsOfSpeech, tokens }: BlockAnalysis,
	{ form, name, head, firstToken, endToken }: Mention,
): boolean {
	if (form !== 'name' || name === '' || universalTag(partsOfSpeech, head) !== 'PROPN') return false;
	return !tokens.slice(firstToken, endToken).some(({ kind, text }) => kind === 'quote' || text === ':' || text === ';');
}
