import { t } from '@vscode/l10n';
import { inDocument } from '../attribution/document';
import type { Attribution, BlockAnalysis, Source } from '../attribution/model';
import { perBlock } from '../attribution/perBlock';
import type { Span } from '../text/span';
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
	*checkDocument(document, sources): Iterable<RuleFinding> {
		if (countWords(document.analyses) < fewestWords || isObituary(document.analyses)) return;
		const known = new Map(sources.map(source => [source.id, source]));
		yield* sections(document, known);
		yield* accusation(document, known);
	},
};

type View = Parameters<DocumentRule['checkDocument']>[0];

/** What stands between two headings, and who speaks in it. */
export interface SourcedSection extends Section {
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

function* sections(document: View, known: ReadonlyMap<string, Source>): Iterable<RuleFinding> {
	for (const { blocks, heading, statements, origins } of sourcedSections(document, known)) {
		const [origin = ''] = origins;
		const source = known.get(origin);
		const [opening] = statements[0]?.source ?? [];
		if (statements.length < fewestStatements || origins.size !== 1 || !source || !opening) continue;
		if (countWords(blocks) < fewestInSection) continue;
		if (!heading && isAnnounced(document.analyses, source)) continue;
		const relayed = statements.some(({ via }) => via.length > 0) || source.kind === 'outlet';
		yield {
			span: heading ? inDocument(heading, { start: 0, end: heading.block.text.length }) : opening,
			message: messageFor(statements.length, heading !== null, relayed, inSentence(source)),
			related: statements
				.slice(0, mostRelated)
				.flatMap(({ source: places }) =>
					places?.[0] ? [{ span: places[0], message: t('A statement.'), elsewhere: true as const }] : [],
				),
		};
	}
}

/** "Harlow: the pier will stand": whose words the report is about, its headline tells. */
function isAnnounced(analyses: readonly BlockAnalysis[], { name, kind }: Source): boolean {
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
}

/** What stands between headings. */
function sectionsOf(analyses: readonly BlockAnalysis[]): readonly Section[] {
	const found: { heading: BlockAnalysis | null; blocks: BlockAnalysis[] }[] = [{ heading: null, blocks: [] }];
	for (const analysis of analyses) {
		const { kind } = analysis.block;
		if (kind === 'heading' && isTitle(analysis)) found.push({ heading: analysis, blocks: [] });
		else if (kind === 'paragraph' || kind === 'list-item') found.at(-1)?.blocks.push(analysis);
	}
	return found;
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
function* accusation(document: View, known: ReadonlyMap<string, Source>): Iterable<RuleFinding> {
	const accusers = new Map<string, Set<string>>();
	const accusing: { readonly span: Span; readonly agent: string; readonly by: string }[] = [];
	let next = 0;
	for (const analysis of document.analyses) {
		for (const { trigger, phrase, agent, inProcess, cited } of analysis.claims) {
			const claim = document.claims[next++];
			if (trigger !== 'accusation' || agent?.form !== 'name' || inProcess || cited || claim?.voice !== 'attributed')
				continue;
			// "is a liar": an insult, which no second source can confirm.
			if (analysis.tokens.some(token => token.start === phrase.start && copula.test(token.lower))) continue;
			const by = claim.attributions
				.map(index => document.attributions[index])
				.find(attribution => attribution && !denials.has(attribution.lemma) && isStatement(attribution, known));
			if (!by) continue;
			const key = lastWord(agent.name);
			accusers.set(key, (accusers.get(key) ?? new Set()).add(originOf(by)));
			accusing.push({ span: inDocument(analysis, phrase), agent: key, by: originOf(by) });
		}
	}
	for (const { span, agent, by } of accusing) {
		const source = known.get(by);
		if ((accusers.get(agent)?.size ?? 0) > 1 || !source || lastWord(source.name) === agent) continue;
		yield { span, message: t('One source for this accusation: {0}. Is there a second?', inSentence(source)) };
		return;
	}
}

const copula = /^(?:is|are|was|were|'s|'re)$/;
const denials: ReadonlySet<string> = new Set('deny reject dismiss dispute refute rebut doubt question'.split(' '));

function lastWord(name: string): string {
	return name.toLowerCase().split(/\s+/).at(-1) ?? '';
}

/** "… is survived by": a life told by those who knew it. */
function isObituary(analyses: readonly BlockAnalysis[]): boolean {
	return analyses.some(tellsSurvivors);
}

const tellsSurvivors = perBlock(({ tokens }) =>
	tokens.some(({ lower }, i) => lower === 'survived' && tokens[i + 1]?.lower === 'by'),
);

const longestName = 50;

function inSentence({ name }: Source): string {
	const words = /^(?:A|An|Some|Two|Three|Another|Senior|Officials|Sources) /.test(name)
		? name.charAt(0).toLowerCase() + name.slice(1)
		: name;
	if (words.length <= longestName) return words;
	return `${words.slice(0, words.lastIndexOf(' ', longestName - 1))}…`;
}
