import { t } from '@vscode/l10n';
import type { SourceSummary } from '../attribution/context';
import { inDocument } from '../attribution/document';
import { type CarriedWords, carriedWords, introducedIn } from '../attribution/document/placed';
import type { Attribution, BlockAnalysis, Source } from '../attribution/model';
import { once } from '../attribution/once';
import { perBlock } from '../attribution/perBlock';
import { toEnd } from '../text/slices';
import { contains, type Span } from '../text/span';
import { inTurns } from './inTurns';
import { countWords } from './paragraphs';
import type { DocumentRule, RuleFinding } from './rule';

/** A shorter draft may well have one source. */
const fewestWords = 250;
const fewestInSection = 100;
/** From this many statements on a section leans on whoever makes them. */
const fewestStatements = 4;

/** Tells where an accusation, or a whole section, rests on one source. */
export const singleSource: DocumentRule = {
	id: 'single-source',
	summary: 'Tells where an accusation, or a section of four statements or more, rests on one source.',
	why: `One source may be wrong, or have a stake. A second that knows it for itself is the oldest check there is, and for an
accusation most newsrooms ask for it. Where all of a section comes through another outlet, it is that outlet’s report.`,
	answer: `Find a second source that knows it independently, or tell readers plainly that there is one, and why it can be
relied on.`,
	authorities: [
		{
			title: 'BBC Editorial Guidelines: avoiding misleading audiences',
			url: 'http://www.bbc.co.uk/guidelines/editorialguidelines/page/guidelines-accuracy-avoiding-misleading-audiences/',
		},
		{
			title: 'Reuters: anonymous sources, the rules',
			url: 'http://blogs.reuters.com/reuters-editors/2008/07/17/anonymous-sources-reuters-rules/',
		},
	],
	measured:
		'In 840 articles of US political news it asked eight times: six times of a report on one speech or interview, which it leaves alone since where the headline names the speaker, and twice of an accusation.',
	severity: 'information',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'interview', 'press-release', 'report', 'essay', 'encyclopedia', 'not-news'],
	example: `The old pier at Oldport will stay shut for a second winter, and the ferry will leave from the fish market until spring.
Jane Doe, the harbour master, said the piles under the landing stage had rotted further than anyone had thought.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ single-source
The pier was built in 1911 for the herring fleet. It was widened twice, the last time in 1964, when the car ferry came. Since
then two storms have taken away parts of the southern arm, and each time the council voted for repairs rather than for a
new building. The last vote was held in March and ended nine to six.
Doe told a public meeting in the town hall on Monday that divers had looked at forty of the sixty piles. She said eleven of
them could be broken off by hand. The meeting lasted two hours, and about eighty people came. There was coffee, and a model
of the new landing stage stood on a table by the door, with the ferry in blue and the cars in red.
“We will not open a pier that I would not walk on,” Doe said. She added that the ferry would keep its timetable, with the
boat at six as the first and the boat at eleven as the last of the day.
The fish market has stood empty since the auction moved to the new hall in the summer before last. Its quay is lower than
the pier, so that cars can only board for three hours before and after high water. On Sundays there will be a bus from the
station. Tickets bought for the pier stay valid, and so do season tickets, which are sold at the kiosk in Harbour Street and
in the library.`,
	nonExample: `The council met on Monday. Jane Doe said the pier was safe. She said it would stay open. “We have looked at every
beam,” she said. She added that no one had been hurt.`,
	*checkDocument(document): Iterable<RuleFinding | null> {
		if (!isLong(document.analyses)) return;
		const carried = once(() => toEnd(carriedWords(document.analyses)));
		const says = (b: number, a: number): Said | null => statementAt(document, carried, b, a);
		let isOfALife: boolean | null = null;
		for (const finding of findingsIn(document, says)) {
			if (finding !== null && isOfALife === null) {
				isOfALife = false;
				yield* inTurns(document.analyses, analysis => {
					isOfALife ||= tellsSurvivors(analysis);
					return nothing;
				});
			}
			if (isOfALife) return;
			yield finding;
		}
	},
};

function* findingsIn(document: View, says: Says): Iterable<RuleFinding | null> {
	yield* sections(document, says);
	yield null;
	yield* accusation(document, says);
}

function isLong(analyses: readonly BlockAnalysis[]): boolean {
	let words = 0;
	for (const analysis of analyses) {
		words += countWords([analysis]);
		if (words >= fewestWords) return true;
	}
	return false;
}

const nothing: readonly never[] = [];

type View = Parameters<DocumentRule['checkDocument']>[0];

/** What stands between two headings, and who speaks in it. */
export interface SourcedSection extends Omit<Section, 'from' | 'to'> {
	readonly statements: readonly Attribution[];
	/** Ids of those who answer for the statements. */
	readonly origins: ReadonlySet<string>;
}

/** The sections of a draft with what is said in them, in order. */
export function* sourcedSections(
	document: Pick<View, 'analyses' | 'attributions'>,
	known: ReadonlyMap<string, Source>,
): Iterable<SourcedSection> {
	let next = 0;
	for (const { blocks, heading } of sectionsOf(document.analyses)) {
		const first = blocks[0]?.block.span.start ?? 0;
		const end = blocks.at(-1)?.block.span.end ?? 0;
		const statements: Attribution[] = [];
		// Attributions come in the order of their blocks.
		for (; next < document.attributions.length; next++) {
			const attribution = document.attributions[next] as Attribution;
			const at = placeOf(attribution);
			if (at >= end) break;
			if (at >= first && isStatement(attribution, known)) statements.push(attribution);
		}
		yield { heading, blocks, statements, origins: new Set(statements.map(originOf)) };
	}
}

/** A statement in its block, with who answers for it. */
interface Said {
	readonly b: number;
	readonly a: number;
	readonly origin: SourceSummary;
	readonly isRelayed: boolean;
}

type Says = (b: number, a: number) => Said | null;

/** An attribution as a statement; null where it is none, as `isStatement` has it. */
function statementAt(
	{ analyses, contexts }: View,
	carried: () => ReadonlyMap<number, readonly CarriedWords[]>,
	b: number,
	a: number,
): Said | null {
	const attribution = analyses[b]?.attributions[a];
	const { source, via = [] } = contexts[b]?.attributions[a] ?? {};
	if (!attribution || attribution.parent !== null || attribution.cue?.stance === 'mental') return null;
	if (!source || source.identification === 'vague') return null;
	const hasWords =
		attribution.content.length > 0 ||
		introducedIn(analyses[b + 1]).length > 0 ||
		carried()
			.get(b)
			?.some(({ index }) => index === a);
	return hasWords ? { b, a, origin: via.at(-1) ?? source, isRelayed: via.length > 0 } : null;
}

function* sections(document: View, says: Says): Iterable<RuleFinding | null> {
	for (const section of sectionsOf(document.analyses)) {
		const statements = statementsOfOne(document, section, says);
		const [first] = statements;
		yield null;
		if (!first) continue;
		const { heading, blocks } = section;
		const source = first.origin;
		if (statements.length < fewestStatements || countWords(blocks) < fewestInSection) continue;
		const opening = placeOfSource(document, first);
		if (!opening || (!heading && isAnnounced(document.analyses, source))) continue;
		const relayed = statements.some(({ isRelayed }) => isRelayed) || source.kind === 'outlet';
		yield {
			span: heading ? inDocument(heading, { start: 0, end: heading.block.text.length }) : opening,
			message: messageFor(statements.length, heading !== null, relayed, inSentence(source)),
			related: statements.slice(0, mostRelated).flatMap(statement => {
				const span = placeOfSource(document, statement);
				return span ? [{ span, message: t('A statement.'), elsewhere: true as const }] : [];
			}),
		};
	}
}

/** The statements of a section, if all of them go back to one source. */
function statementsOfOne({ analyses }: View, { from, to }: Section, says: Says): readonly Said[] {
	const statements: Said[] = [];
	for (let b = from; b < to; b++) {
		for (let a = 0; a < (analyses[b]?.attributions.length ?? 0); a++) {
			const statement = says(b, a);
			if (!statement) continue;
			if (statements[0] && statements[0].origin.id !== statement.origin.id) return [];
			statements.push(statement);
		}
	}
	return statements;
}

function placeOfSource({ analyses }: View, { b, a }: Said): Span | null {
	const analysis = analyses[b] as BlockAnalysis;
	const source = analysis.attributions[a]?.source;
	return source ? inDocument(analysis, source) : null;
}

/** "Harlow: the pier will stand": whose words the report is about, its headline tells. */
function isAnnounced(analyses: readonly BlockAnalysis[], { name, kind }: SourceSummary): boolean {
	const own = lastWord(name);
	return (
		kind === 'person' &&
		analyses.some(({ block, tokens }) => block.kind === 'headline' && tokens.some(({ lower }) => lower === own))
	);
}

function messageFor(statements: number, inSection: boolean, relayed: boolean, source: string): string {
	if (inSection) {
		return relayed
			? t('All {0} statements in this section come through {1}.', statements, source)
			: t('All {0} statements in this section come from {1}.', statements, source);
	}
	return relayed
		? t('All {0} statements in this draft come through {1}.', statements, source)
		: t('All {0} statements in this draft come from {1}.', statements, source);
}

function placeOf({ source, cue, content }: Attribution): number {
	return (source?.[0] ?? cue[0] ?? content[0])?.start ?? 0;
}

const mostRelated = 20;

interface Section {
	readonly heading: BlockAnalysis | null;
	readonly blocks: readonly BlockAnalysis[];
	/** Index of the first of them, and behind the last; what stands between them and is no paragraph belongs to the section. */
	readonly from: number;
	readonly to: number;
}

/** What stands between headings. */
function* sectionsOf(analyses: readonly BlockAnalysis[]): Generator<Section> {
	let section = { heading: null as BlockAnalysis | null, blocks: [] as BlockAnalysis[], from: 0, to: 0 };
	for (const [b, analysis] of analyses.entries()) {
		const { kind } = analysis.block;
		if (kind === 'heading' && isTitle(analysis)) {
			yield section;
			section = { heading: analysis, blocks: [], from: b, to: b };
		} else if (kind === 'paragraph' || kind === 'list-item') {
			if (section.blocks.length === 0) section.from = b;
			section.blocks.push(analysis);
			section.to = b + 1;
		}
	}
	yield section;
}

/** "6 p.m." parts the entries of a log, not sections. */
function isTitle({ tokens }: BlockAnalysis): boolean {
	return tokens.filter(({ kind, lower }) => kind === 'word' && !lower.includes('.')).length > 1;
}

/** Said by someone in so many words, and not within another's. A group that names no one is no source to count. */
function isStatement({ sourceId, stance, parent, content }: Attribution, known: ReadonlyMap<string, Source>): boolean {
	const source = known.get(sourceId ?? '');
	return (
		source !== undefined &&
		source.identification !== 'vague' &&
		stance !== 'mental' &&
		parent === null &&
		content.length > 0
	);
}

/** Who answers for a statement: the outlet that has it, else its source. */
function originOf({ via, sourceId }: Attribution): string {
	return via.at(-1) ?? sourceId ?? '';
}

/** The first accusation that only one source makes; where it has gone to court there is more than one. */
function* accusation(document: View, says: Says): Iterable<RuleFinding | null> {
	const accusers = new Map<string, Set<string>>();
	const accusing: { readonly span: Span; readonly agent: string; readonly by: SourceSummary }[] = [];
	yield* inTurns(document.analyses, (analysis, b) => {
		if (analysis.claims.length === 0) return nothing;
		for (const { triggerSpan, phrase, agent } of accusationsIn(analysis)) {
			const voices = (document.contexts[b]?.voices ?? []).filter(voice => contains(voice, triggerSpan));
			if (voices.length === 0 || voices.some(({ voice }) => voice === 'quoted')) continue;
			const by = voices
				.flatMap(({ attribution }) => attribution ?? [])
				.map(a => (denials.has(analysis.attributions[a]?.cue?.lemma ?? '') ? null : says(b, a)))
				.find(statement => statement !== null);
			if (!by) continue;
			accusers.set(agent, (accusers.get(agent) ?? new Set()).add(by.origin.id));
			accusing.push({ span: inDocument(analysis, phrase), agent, by: by.origin });
		}
		return nothing;
	});
	for (const { span, agent, by } of accusing) {
		if ((accusers.get(agent)?.size ?? 0) > 1 || lastWord(by.name) === agent) continue;
		yield { span, message: t('One source for this accusation: {0}. Is there a second?', inSentence(by)) };
		return;
	}
}

/** The accusations of someone named, by the last word of the name, that nothing in the block bears out. */
const accusationsIn = perBlock(({ claims, tokens }) =>
	claims.flatMap(({ trigger, triggerSpan, phrase, agent, inProcess, cited }) => {
		if (trigger !== 'accusation' || agent?.form !== 'name' || inProcess || cited) return [];
		// "is a liar": an insult, which no second source can confirm.
		const isInsult = tokens.some(token => token.start === phrase.start && copula.test(token.lower));
		return isInsult ? [] : [{ triggerSpan, phrase, agent: lastWord(agent.name) }];
	}),
);

const copula = /^(?:is|are|was|were|'s|'re)$/;
const denials: ReadonlySet<string> = new Set('deny reject dismiss dispute refute rebut doubt question'.split(' '));

function lastWord(name: string): string {
	return name.toLowerCase().split(/\s+/).at(-1) ?? '';
}

/** "… is survived by": a life told by those who knew it. */
const tellsSurvivors = perBlock(({ tokens }) =>
	tokens.some(({ lower }, i) => lower === 'survived' && tokens[i + 1]?.lower === 'by'),
);

const longestName = 50;

function inSentence({ name }: Pick<Source, 'name'>): string {
	const words = /^(?:A|An|Some|Two|Three|Another|Senior|Officials|Sources) /.test(name)
		? name.charAt(0).toLowerCase() + name.slice(1)
		: name;
	if (words.length <= longestName) return words;
	return `${words.slice(0, words.lastIndexOf(' ', longestName - 1))}…`;
}
