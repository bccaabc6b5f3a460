/** Comments in a draft that tell a rule to be silent: `<!-- source-critic-ignore-next rule[, rule…][: reason] -->`. */
import { type Block, proseKinds } from '../text/block';

const keyword = 'source-critic-ignore-next';

/** The comment that silences a rule in the block after it; a reason must not end it early. */
export function ignoreComment(rule: string, reason = ''): string {
	const words = reason
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.replace(/--+|[<>]/g, ' ')
		.trim()
		.slice(0, maxReason);
	return `<!-- ${keyword} ${rule}${words === '' ? '' : `: ${words}`} -->`;
}

const maxReason = 200;

/** For each block that follows such a comment, the rules it names. Block spans are offsets in `text`. */
export function silencedRules(text: string, blocks: readonly Block[]): ReadonlyMap<number, ReadonlySet<string>> {
	const silenced = new Map<number, ReadonlySet<string>>();
	let waiting = new Set<string>();
	for (const [index, block] of blocks.entries()) {
		if (block.kind === 'furniture') {
			for (const rule of namedRules(text.slice(block.span.start, block.span.end))) waiting.add(rule);
		} else if (proseKinds.has(block.kind) && waiting.size > 0) {
			silenced.set(index, waiting);
			waiting = new Set();
		}
	}
	return silenced;
}

/** The rules named by the comments of a stretch of furniture. */
function namedRules(furniture: string): readonly string[] {
	const rules: string[] = [];
	for (let at = furniture.indexOf('<!--'); at >= 0; at = furniture.indexOf('<!--', at + 4)) {
		const end = furniture.indexOf('-->', at + 4);
		if (end < 0) break;
		const comment = furniture.slice(at + 4, end).trim();
		if (!comment.startsWith(keyword)) continue;
		const rest = comment.slice(keyword.length);
		if (rest !== '' && rest.trimStart() === rest) continue;
		const list = rest.split(':', 1)[0] ?? '';
		rules.push(...list.split(/[\s,]+/).filter(rule => rule !== ''));
	}
	return rules;
}
