import { t } from '@vscode/l10n';
import type { BlockAttribution, Mention } from '../attribution/model';
import { attributeGroup } from './fixes';
import { nameOf, wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks who stands behind a group that names no one. */
export const vagueCollective: BlockRule = {
	id: 'vague-collective',
	summary: 'Asks who stands behind “critics”, “experts” or “many”.',
	why: `“Critics say” and “many believe” sound like a finding and name no one. Readers cannot tell whether one person or a
country thinks so. A name, a number or a link to who said it turns the phrase into reporting.`,
	answer: `Name at least one of them, count them, or link to where they said it. If no one can be found who says so, the
sentence may be the writer’s own view.`,
	authorities: [
		{
			title: 'Wikipedia: Unsupported attributions',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
		},
		{
			title: 'NPR Ethics Handbook: identify a source as best you can',
			url: 'http://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'essay', 'not-news'],
	example: `Critics say the harbour plan costs too much.
^^^^^^^ vague-collective
The plan, seen by many in the city as a gift to owners, passed.
                  ^^^^^^^^^^^^^^^^ vague-collective`,
	nonExample: `Voters said they wanted the bridge first. Economists polled by the bank said prices would fall.
Critics, including the mayor Ann Harlow, say the plan costs too much.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		const told = new Set<number>();
		for (const [index, attribution] of analysis.attributions.entries()) {
			const { source } = attribution;
			const resolved = context.attributions[index]?.source;
			if (
				source?.form !== 'noun' ||
				resolved?.identification !== 'vague' ||
				resolved.kind === 'document' ||
				told.has(source.start) ||
				!tells(view, index) ||
				namesNobody(analysis, source)
			)
				continue;
			told.add(source.start);
			const span = nameOf(analysis, source);
			const around = wordsOf(analysis, source);
			if (voiceAt(context, span) === 'quoted' || isCounted(around) || isSurveyed(view, source)) continue;
			if (namesMember(view, attribution)) continue;
			if (areBystanders(view, source)) continue;
			yield {
				span,
				message: t('Who? “{0}” names no one.', forMessage(wordsOf(analysis, span))),
				sameAs: wordsOf(analysis, span).toLowerCase(),
				fixes: attributeGroup(view, span, (attribution.cue?.start ?? 0) < source.start ? 'by' : 'subject'),
			};
		}
	},
};

/** Whether it says or thinks something: groups that only act hide no source. */
function tells({ analysis, context }: BlockView, index: number): boolean {
	const cue = analysis.attributions[index]?.cue;
	if (!cue || cue.stance === 'mental') return true;
	return context.voices.some(({ attribution }) => attribution === index);
}

/** "Nobody", "anyone", "not everyone": no one has said it, so there is no one to name. */
function namesNobody({ tokens }: BlockView['analysis'], { firstToken, head }: Mention): boolean {
	const noun = tokens[head]?.lower ?? '';
	if (/^(?:nobody|none|neither|anyone|anybody|someone|somebody|each|whoever)$/.test(noun)) return true;
	const isNegated = /^(?:not?|few|hardly|without)$/;
	return [firstToken, firstToken - 1].some(index => isNegated.test(tokens[index]?.lower ?? ''));
}

const counting =
	/\b(?:polled|surveyed|interviewed|quoted|contacted|asked|reached) by\b|\bincluding\b|\bsuch as\b|\b\d+\b|\b(?:majority|half|thirds?|quarters?) of\b|^the (?:number|share|proportion|percentage) of\b|\bof (?:you|us)$/i;

function isCounted(words: string): boolean {
	return counting.test(words);
}

/** "Most said they were worried", beside "percent" or "poll": those who were asked, and have been counted. */
function isSurveyed({ analysis, lexicons }: BlockView, { firstToken, endToken, head }: Mention): boolean {
	const { block, tokens } = analysis;
	if (
		/\b(?:surveyed|polled|respondents?|asked)\b/i.test(block.text.slice(tokens[head]?.start, tokens[endToken - 1]?.end))
	)
		return true;
	const isBare = endToken - firstToken === 1 && lexicons.sources.quantifiers.includes(tokens[head]?.lower ?? '');
	return isBare && survey.test(block.text);
}

const survey = /\b(?:percent|per cent|polls?|surveys?|respondents)\b|\d%/i;

/** "Voters", "residents", "lawmakers": whom a reporter can count or meet, where no "some" or "many" stands before them. */
function areBystanders({ analysis, lexicons }: BlockView, { firstToken, head }: Mention): boolean {
	const { people, publicFigures, institutions, quantifiers } = lexicons.sources;
	const noun = analysis.tokens[head]?.lower ?? '';
	const opening = analysis.tokens[firstToken]?.lower ?? '';
	if (quantifiers.includes(opening)) return false;
	return [people, publicFigures, institutions].some(list => list.includes(noun));
}

/** "Harlow and others", "Harlow, Quist and other critics", in a headline "Harlow, others": some of them are named. */
function followsName({ mentions, tokens }: BlockView['analysis'], { firstToken, head }: Mention): boolean {
	if (!/^others?$/.test(tokens[firstToken]?.lower ?? '') && !/^others?$/.test(tokens[head]?.lower ?? '')) return false;
	let before = firstToken - 1;
	while (/^(?:,|and|among)$/.test(tokens[before]?.lower ?? '')) before--;
	return before < firstToken - 1 && mentions.some(({ endToken }) => endToken === before + 1);
}

/**
 * Whether a member is named: by "including X", by whoever speaks after the group in its paragraph, or by someone new who
 * opens the next one.
 */
function namesMember({ analysis, context }: BlockView, group: BlockAttribution): boolean {
	const source = group.source;
	if (!source) return false;
	const after = analysis.block.text.slice(source.end, source.end + 24);
	if (/^,? (?:including|such as|among them)\b/.test(after)) return true;
	if (followsName(analysis, source)) return true;
	if (group.parent !== null) return false;
	if (context.introducedNext && analysis.attributions.at(-1) === group) return true;
	return analysis.attributions.some(
		(other, i) =>
			other.source !== null &&
			other.source.start > source.end &&
			other.parent === null &&
			context.attributions[i]?.source?.identification === 'named' &&
			context.attributions[i]?.source?.kind === 'person',
	);
}
