/** A report as the parts of a view that is kept up to date: each part can be replaced by itself. */
import { escaped, headHtml, type Manner, navHtml, type PagePart, sectionHtml, titleHtml } from './fragments';
import type { Report } from './model';
import { type Outline, outlineOf } from './outline';
import { type PlaceText, placeAndLine } from './words';

/** Places are buttons that carry the document offsets they lead to. */
const manner: Manner = { prefix: '', isAlone: true, level: 2, place: placeHtml };

/** The head first, then the sections in their order; a report with nothing in it has a head that says why. */
export function reportParts(report: Report): readonly PagePart[] {
	const outline = outlineOf(report);
	return [
		{ id: 'head', html: headPart(outline) },
		...outline.sections.map(section => ({ id: section.id, html: sectionHtml(section, manner).trim() })),
	];
}

function headPart(outline: Outline): string {
	const links = outline.sections.map(({ id, title }) => [id, title] as const);
	return `<header>\n${titleHtml(outline.title)}${headHtml(outline)}${navHtml(links)}</header>`;
}

function placeHtml({ text, place }: PlaceText): string {
	const { span } = place;
	const whole = placeAndLine(place);
	// "3" alone says little by ear.
	const label = text === whole ? '' : ` aria-label="${escaped(whole)}"`;
	return `<button type="button" class="go" data-start="${span.start}" data-end="${span.end}"${label}>${escaped(text)}</button>`;
}
