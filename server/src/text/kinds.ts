/** The last say on what a block is: what depends on the blocks around it. One cheap pass over the document. */
import type { BlockKind } from './block';
import type { RawBlock } from './chunk';
import { opensSentence } from './form';
import { isCommentNotice } from './furniture';

const headlineWords = 30;
const standfirstWords = 60;
const captionWords = 60;
const headingWords = 12;

/** The kind of each block, in order. `titled`: the front matter holds a title, so that only a first-level heading is another. */
export function decideKinds(blocks: readonly RawBlock[], titled: boolean): readonly BlockKind[] {
	const kinds = blocks.map(block => (block.form.furniture === null ? block.kind : 'furniture'));
	markCaptions(blocks, kinds);
	markCommentNotices(blocks, kinds);
	const headline = markHeadline(blocks, kinds, titled);
	if (headline >= 0) markStandfirst(blocks, kinds, headline);
	markHeadings(blocks, kinds);
	return kinds;
}

/** The level of each block, 0 where it is no heading. A line that only looks like one stands below the last that is marked as one. */
export function decideLevels(blocks: readonly RawBlock[], kinds: readonly BlockKind[]): readonly number[] {
	let above = 1;
	return blocks.map(({ level }, index) => {
		const kind = kinds[index];
		if (kind !== 'headline' && kind !== 'heading') return 0;
		if (level === 0 && kind === 'heading') return above + 1;
		above = level || 1;
		return above;
	});
}

/** The words beside a picture: between gallery lines and a credit, just above a credit, or emphasised below a picture. */
function markCaptions(blocks: readonly RawBlock[], kinds: BlockKind[]): void {
	blocks.forEach((block, index) => {
		if (kinds[index] !== 'paragraph' || block.form.words > captionWords) return;
		const before = blocks[index - 1];
		const after = blocks[index + 1];
		const besidePicture =
			before !== undefined &&
			(before.picture || before.form.furniture === 'gallery' || before.form.furniture === 'other-script');
		const credited = after?.form.furniture === 'credit';
		const together = !block.closesRun;
		if (
			block.form.credited ||
			((before?.picture === true || before?.kind === 'caption') && block.allEmphasized) ||
			(credited && besidePicture) ||
			(credited && !block.form.stop && block.form.last !== ':') ||
			(credited && together && !block.form.several)
		) {
			kinds[index] = 'caption';
		}
	});
}

function markCommentNotices(blocks: readonly RawBlock[], kinds: BlockKind[]): void {
	let inComments = false;
	blocks.forEach((block, index) => {
		if (block.form.furniture === 'comments') inComments = true;
		else if (inComments && kinds[index] === 'paragraph' && isCommentNotice(block.text)) kinds[index] = 'furniture';
		else if (kinds[index] !== 'furniture') inComments = false;
	});
}

/** The index of the headline, or -1: the first words of the document, if they are a heading or look like one. */
function markHeadline(blocks: readonly RawBlock[], kinds: BlockKind[], titled: boolean): number {
	const index = kinds.findIndex(kind => kind !== 'furniture' && kind !== 'front-matter' && kind !== 'caption');
	const block = blocks[index];
	if (block === undefined) return -1;
	const isHeadline =
		kinds[index] === 'heading'
			? !titled || block.level === 1
			: kinds[index] === 'paragraph' && block.form.words <= headlineWords && isOpen(block) && !endsLikeDialogue(block);
	if (!isHeadline) return -1;
	kinds[index] = 'headline';
	return index;
}

/** The block below the headline, if it does not end as a sentence of the body does, or is set apart by emphasis. */
function markStandfirst(blocks: readonly RawBlock[], kinds: BlockKind[], headline: number): void {
	let index = headline + 1;
	while (kinds[index] === 'furniture' || kinds[index] === 'caption') index++;
	const block = blocks[index];
	if (block === undefined || kinds[index] !== 'paragraph' || block.form.words > standfirstWords) return;
	const setApart = block.allEmphasized && block.closesRun;
	if (setApart || (isOpen(block) && block.form.words >= 8)) kinds[index] = 'standfirst';
}

/** Short lines without a stop that stand above a paragraph. */
function markHeadings(blocks: readonly RawBlock[], kinds: BlockKind[]): void {
	let below: RawBlock | undefined;
	for (let index = blocks.length - 1; index >= 0; index--) {
		const block = blocks[index] as RawBlock;
		if (kinds[index] === 'furniture') continue;
		const short = kinds[index] === 'paragraph' && block.form.words <= headingWords && block.text.length <= 90;
		const isAboveProse = below !== undefined && (below.form.stop || below.form.words > headingWords * 2);
		if (short && isOpen(block) && isAboveProse && opensSentence(block.text)) kinds[index] = 'heading';
		below =
			kinds[index] === 'paragraph' || kinds[index] === 'list-item' || kinds[index] === 'block-quote'
				? block
				: undefined;
	}
}

/** Whether nothing at its end says that it is a sentence of the body, or leads to what follows. */
function isOpen({ form }: RawBlock): boolean {
	return !form.stop && form.last !== ':' && form.last !== ',' && form.last !== ';';
}

/** A lone question or cry of more than one sentence is speech, not a headline. */
function endsLikeDialogue({ form }: RawBlock): boolean {
	return (form.last === '?' || form.last === '!') && form.several;
}
