/** The writer's habits: what a fix must look like to pass for the draft's own. */
import type { Habits } from '../context';
import type { BlockAnalysis } from '../model';
import type { HabitCounts } from './model';

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
	return [...marks, inside, outside, said, says, inverted, plain];
}

/** A draft that shows none. */
export const noHabits: HabitCounts = Array.from({ length: outerMarks.length + 6 }, () => 0);

/** Adds what a block shows to a sum. */
export function addHabits(sum: number[], counts: HabitCounts): void {
	for (let i = 0; i < counts.length; i++) sum[i] = (sum[i] as number) + (counts[i] as number);
}

/** Whether two blocks show the same. */
export function isSameCounts(a: HabitCounts, b: HabitCounts): boolean {
	return a.every((count, i) => count === b[i]);
}

/** The habits of the whole draft, by the sum of its blocks: what it does most. */
export function habitsOf(sum: HabitCounts): Habits {
	const [curlyDouble = 0, straightDouble = 0, curlySingle = 0, straightSingle = 0, ...rest] = sum;
	const [inside = 0, outside = 0, said = 0, says = 0, inverted = 0, plain = 0] = rest;
	const single = curlySingle + straightSingle > curlyDouble + straightDouble;
	const curly = single ? curlySingle >= straightSingle : curlyDouble >= straightDouble;
	return {
		quotes: single ? (curly ? 'curly-single' : 'straight-single') : curly ? 'curly-double' : 'straight-double',
		punctuationInside: inside === outside ? !single : inside > outside,
		tense: says > said ? 'says' : 'said',
		order: inverted > plain ? 'cue-source' : 'source-cue',
	};
}
