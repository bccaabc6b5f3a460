/** Hovers are Markdown; what comes from the draft must not be. */

/** Everything CommonMark and its GitHub extensions could take for a mark, link, address, entity, icon or HTML. */
const marks = /[\\`*_{}[\]()#+\-.!|<>~&:@$=]/g;
const controls = /\p{Cc}+/gu;
/** Marks that turn the direction of what follows, beyond the draft's own words. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g;

/** Draft text as it reads, on one line: no mark, link or HTML can come of it. */
export function escapeMarkdown(text: string): string {
	return oneLine(text).replace(marks, '\\$&');
}

/** The same for a client that shows plain text. */
export function oneLine(text: string): string {
	return text.replace(controls, ' ').replace(directions, '');
}

/** A link to a page on the web; the title alone where the address is of another kind. */
export function link(title: string, url: string): string {
	const label = escapeMarkdown(title);
	if (!/^https?:\/\//.test(url)) return label;
	return `[${label}](<${url.replace(/[<>\\\s]/g, character => encodeURIComponent(character))}>)`;
}

/** A link that calls a command of the editor. The arguments may hold nothing of a draft: whoever shows it has to trust it. */
export function commandLink(title: string, command: string, parameters: readonly (string | number)[]): string {
	return `[${escapeMarkdown(title)}](<command:${command}?${encodeURIComponent(JSON.stringify(parameters))}>)`;
}

/** Writes either Markdown or plain text. */
export interface Writer {
	/** Words of the draft, or anything else that is not Markdown. */
	text(text: string): string;
	bold(text: string): string;
	link(title: string, url: string): string;
	item(text: string): string;
	/** Our own Markdown, as the rules have it. */
	own(markdown: string): string;
	readonly rule: string;
}

export const markdownWriter: Writer = {
	text: escapeMarkdown,
	bold: text => `**${escapeMarkdown(text)}**`,
	link,
	item: text => `- ${text}`,
	own: markdown => markdown,
	rule: '---',
};

export const plainWriter: Writer = {
	text: oneLine,
	bold: oneLine,
	link: (title, url) => `${oneLine(title)}: ${url}`,
	item: text => `- ${text}`,
	own: markdown => markdown,
	rule: '—',
};
