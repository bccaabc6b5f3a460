/** The writer's habits: what a fix must look like to pass for the draft's own. */
import type { Habits } from '../context';
import type { BlockAnalysis } from '../model';
import type { HabitCounts, Share } from './model';

const outerMarks = ['“', '"', '‘', "'"];

/** What the quotations and attributions of a block show of them. */
export function countHabits({ quotations, attributions, block, tokens }: BlockAnalysis): HabitCounts {
	const marks = [0, 0, 0, 0];
	let inside = 0;
	let outside = 0;
	let said = 0;
	let says = 0;
	let inverted = 0;
	let plain = 0;
	for (const { open, end, close, parent } of quotations) {
		if (parent !== null || close === '') continue;
		const mark = outerMarks.indexOf(open);
		if (mark >= 0) marks[mark] = (marks[mark] as number) + 1;
		if (/[.,]/.test(block.text.charAt(end - 2))) inside++;
		else if (/[.,]/.test(block.text.charAt(end))) outside++;
	}
	for (const { source, cue, content } of attributions) {
		if (!source || cue?.lemma !== 'say') continue;
		const form = tokens[cue.head]?.lower;
		if (form === 'said') said++;
		if (form === 'says') says++;
		const trailing = content[0] !== undefined && content[0].start < cue.start;
		if (trailing && source.form !== 'pronoun') {
			if (cue.start < source.start) inverted++;
			else plain++;
		}
	}
	return { marks, inside, outside, said, says, inverted, plain };
}

/** The habits of the whole draft: what it does most. */
export function habitsOf(shares: readonly Share[]): Habits {
	const sum = (of: (counts: HabitCounts) => number): number => shares.reduce((all, { habits }) => all + of(habits), 0);
	const [curlyDouble = 0, straightDouble = 0, curlySingle = 0, straightSingle = 0] = outerMarks.map((_, mark) =>
		sum(({ marks }) => marks[mark] as number),
	);
	const single = curlySingle + straightSingle > curlyDouble + straightDouble;
	const curly = single ? curlySingle >= straightSingle : curlyDouble >= straightDouble;
	const inside = sum(counts => counts.inside);
	const outside = sum(counts => counts.outside);
	return {
		quotes: single ? (curly ? 'curly-single' : 'straight-single') : curly ? 'curly-double' : 'straight-double',
		punctuationInside: inside === outside ? !single : inside > outside,
		tense: sum(counts => counts.says) > sum(counts => counts.said) ? 'says' : 'said',
		order: sum(counts => counts.inverted) > sum(counts => counts.plain) ? 'cue-source' : 'source-cue',
	};
}
