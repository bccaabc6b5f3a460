/** The few fields of a document's front matter that say how to read it. No YAML or TOML is parsed beyond them. */

/** Code units the front matter takes from `from` on, its last line's end not counted; 0 where there is none. */
export function frontMatterLength(text: string, from = 0): number {
	const fence = text.startsWith('---', from) ? '---' : text.startsWith('+++', from) ? '+++' : '';
	if (fence === '') return 0;
	let start = from;
	let first = true;
	while (start < text.length) {
		let end = start;
		while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
		const isFence = text.startsWith(fence, start) && text.slice(start + 3, end).trim() === '';
		if (!first && isFence) return end - from;
		if (first && !isFence) return 0;
		first = false;
		start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
	}
	return 0;
}

/**
 * The `key: value` (YAML) or `key = value` (TOML) lines of front matter; keys in lower case, quotation marks around a
 * value removed. Nested and many-line values are left out. `text`: the front matter with its fences.
 */
export function frontMatterFields(text: string): Readonly<Record<string, string>> {
	const fields: Record<string, string> = Object.create(null);
	for (const line of text.split(/\r\n|\n|\r/)) {
		const match = /^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)$/.exec(line);
		const key = match?.[1]?.toLowerCase();
		const value = match?.[2] === undefined ? '' : scalar(match[2].trim());
		if (key !== undefined && value !== '' && !(key in fields)) fields[key] = value;
	}
	return fields;
}

function scalar(value: string): string {
	const quote = value.charAt(0);
	if (quote === '"' || quote === "'") {
		const end = value.indexOf(quote, 1);
		return end < 0 ? '' : value.slice(1, end);
	}
	if (quote === '[' || quote === '{' || quote === '|' || quote === '>' || quote === '&' || quote === '#') return '';
	const comment = value.indexOf(' #');
	return (comment < 0 ? value : value.slice(0, comment)).trim();
}
