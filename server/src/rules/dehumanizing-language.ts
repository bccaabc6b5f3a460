import { t } from '@vscode/l10n';
import { governedNoun } from '../attribution/governed';
import type { BlockAnalysis } from '../attribution/model';
import { tagOf, universalTag } from '../attribution/partsOfSpeech';
import { type Match, renderAlternative } from '../attribution/patterns';
import type { WordingPhrase } from '../attribution/wording';
import { baseOfThirdPerson } from '../text/inflection';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { BlockRule, BlockView, Edit, Fix, RuleFinding } from './rule';
import { forMessage, matchCapital, phrasesToAsk, rewordingFix } from './wording';

/** Points out words that picture people as water, insects or vermin. */
export const dehumanizingLanguage: BlockRule = {
	id: 'dehumanizing-language',
	summary: 'Points out words that picture people as water, insects, vermin or beasts.',
	why: `A flood is dammed and vermin are destroyed: words that picture people as such prepare the reader for what is done
about them. They stick to groups, mostly to those who cannot answer. Of rivers, insects and crops they are only words,
and nothing is asked.`,
	answer: `Say how many people, and what they did: “1,200 people crossed”. In a quotation weigh whether the words are needed
and whether the draft should repeat them without marks.`,
	authorities: [
		{
			title: 'IPSO: Editors’ Code of Practice, clause 12',
			url: 'https://www.ipso.co.uk/editors-code-of-practice/',
		},
		{
			title: 'SPJ Code of Ethics: minimize harm, avoid stereotyping',
			url: 'https://www.spj.org/spj-code-of-ethics/',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: 'lower', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `A flood of migrants is crossing the pass, and the town fears an infestation of beggars.
  ^^^^^^^^^^^^^^^^^ dehumanizing-language
                                                                ^^^^^^^^^^^^^^^^^^^^^^ dehumanizing-language`,
	nonExample: `A flood of water is crossing the road, and a wave of strikes is expected.
A swarm of bees settled on the mill, which was infested with rats.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { block } = view.analysis;
		for (const { match, voice, severity } of phrasesToAsk(view, this, 'dehumanizing-language')) {
			const { entry } = match;
			const people = peopleOf(view.analysis, match);
			const span = { start: match.span.start, end: people?.end ?? match.span.end };
			const rest = people === null ? '' : ` ${block.text.slice(people.start, people.end)}`;
			const alternatives = entry.alternatives.map(alternative => renderAlternative(alternative, match) + rest);
			const words = forMessage(block.text.slice(span.start, span.end));
			const picture = (pictures[entry.category] ?? asThings)(words);
			const [plain] = alternatives;
			const isOwn = voice !== 'quoted';
			yield {
				span,
				message: `${picture} ${!isOwn ? t('Needed in the quotation?') : plain && plain.length <= 40 ? t('Plainer: “{0}”.', plain) : t('Meant?')}`,
				severity,
				// What stands in quotation marks is not ours to change.
				fixes: isOwn && view.genre !== 'interview' ? fixesFor(view.analysis, match, people, rest) : [],
				sameAs: entry.pattern,
				note: t(entry.note),
				alternatives,
			};
		}
	},
};

const asThings = (words: string): string => t('“{0}” pictures people as things.', words);
const pictures: Readonly<Record<string, typeof asThings>> = {
	water: words => t('“{0}” pictures people as water.', words),
	swarm: words => t('“{0}” pictures people as insects or a mob.', words),
	vermin: words => t('“{0}” pictures people as vermin or disease.', words),
	beast: words => t('“{0}” pictures people as animals.', words),
	thing: asThings,
	army: words => t('“{0}” pictures people as an army.', words),
};

/** The people behind "flood of", as far as their noun. */
function peopleOf({ tokens, partsOfSpeech }: BlockAnalysis, { endToken }: Match<WordingPhrase>): Span | null {
	if (tokens[endToken - 1]?.lower !== 'of' && tokens[endToken - 1]?.lower !== 'with') return null;
	const head = governedNoun(tokens, endToken, index => universalTag(partsOfSpeech, index));
	return head < 0 ? null : { start: (tokens[endToken] as Token).start, end: (tokens[head] as Token).end };
}

function fixesFor(
	analysis: BlockAnalysis,
	match: Match<WordingPhrase>,
	people: Span | null,
	rest: string,
): readonly Fix[] {
	const { block, tokens } = analysis;
	return match.entry.alternatives.slice(0, 2).flatMap(alternative => {
		if (alternative === 'many') return people === null ? [] : countingFix(analysis, match, people);
		const words = renderAlternative(alternative, match);
		const fix = rewordingFix(block.text, tokens, match.firstToken, match.span, words);
		return [{ ...fix, title: t('Write “{0}”', words + rest) }];
	});
}

/** "A flood of migrants is crossing" → "Many migrants are crossing": the article goes, the verb agrees. */
function countingFix(analysis: BlockAnalysis, match: Match<WordingPhrase>, people: Span): readonly Fix[] {
	const { block, tokens, partsOfSpeech } = analysis;
	let first = match.firstToken;
	while (universalTag(partsOfSpeech, first - 1) === 'ADJ') first -= 1;
	const article = tokens[first - 1];
	const isSingular = article?.lower === 'a' || article?.lower === 'an';
	// "the flood of migrants", "last year's": one the reader knows, and "many" would make it another.
	const isKnown = /^(?:DET|PRON|PART)$/.test(universalTag(partsOfSpeech, first - 1));
	if (!isSingular && isKnown) return [];
	const start = tokens[isSingular ? first - 1 : first] as Token;
	const agreement = isSingular ? agreeing(analysis, first - 2, people) : [];
	if (!agreement) return [];
	const span = { start: start.start, end: match.span.end };
	const words = `many ${block.text.slice(people.start, people.end)}`;
	return [
		{
			title: t('Write “{0}”', forMessage(words)),
			kind: 'reword',
			edits: [{ span, text: matchCapital(start.text, 'many') }, ...agreement],
		},
	];
}

/** The verb behind a subject that has become plural; null where it cannot be told which it is. */
function agreeing(
	{ tokens, partsOfSpeech, sentences }: BlockAnalysis,
	before: number,
	people: Span,
): readonly Edit[] | null {
	// "There was a flood of migrants": the verb that has to agree stands before.
	if (formsOfBe.has(tokens[before]?.lower ?? '')) return null;
	const isObject = /^(?:ADP|VERB)$/.test(universalTag(partsOfSpeech, before));
	const opens = sentences.some(({ firstToken }) => firstToken === before + 1);
	if (isObject && !opens) return [];
	const at = tokens.findIndex(({ start }) => start >= people.end);
	const verb = tokens[at];
	if (!verb) return null;
	const plural = plurals.get(verb.lower);
	if (plural !== undefined) return [{ span: verb, text: plural }];
	const tag = tagOf(partsOfSpeech, at);
	if (/\|(?:VBD|MD)$/.test(tag)) return [];
	const base = tag === 'VERB|VBZ' ? baseOfThirdPerson(verb.lower) : null;
	return base === null ? null : [{ span: verb, text: base }];
}

const formsOfBe: ReadonlySet<string> = new Set("is are was were be been 's".split(' '));
const plurals: ReadonlyMap<string, string> = new Map([
	['is', 'are'],
	['was', 'were'],
	['has', 'have'],
	['does', 'do'],
]);
