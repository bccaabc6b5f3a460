/**
 * Makes an element like another one and keeps every part that stays: focus, selection and scrolling stay with it, and a
 * screen reader is not told everything anew. Headings, tables, rows and list items are known again by their words,
 * wherever they have moved to; the places that lead to the draft do not count, since an edit above changes them all.
 * What else there is goes by where it stands.
 */
export function morph(old: Element, next: Element): void {
	if (old.isEqualNode(next)) return;
	for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
	for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
	morphChildren(old, next);
}

function morphChildren(parent: Element, next: Element): void {
	const known = keyedChildren(parent);
	let at: ChildNode | null = parent.firstChild;
	for (const wanted of [...next.childNodes]) {
		const key = keyOf(wanted);
		const isHere = at && isSameKind(at, wanted) && keyOf(at) === key;
		const found: ChildNode | null = isHere ? at : laterChild(known.get(key), at);
		if (!found) {
			parent.insertBefore(wanted, at);
			if (at && key === '' && keyOf(at) === '') at = removed(at);
			continue;
		}
		while (at && at !== found) at = removed(at);
		if (found instanceof Element && wanted instanceof Element) morph(found, wanted);
		else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
		at = found.nextSibling;
	}
	while (at) at = removed(at);
}

function isSameKind(one: Node, other: Node): boolean {
	return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

/** Takes a node out; returns the one behind it. */
function removed(node: ChildNode): ChildNode | null {
	const { nextSibling } = node;
	node.remove();
	return nextSibling;
}

/** The first of the children that is still to come. */
function laterChild(children: readonly ChildNode[] = [], at: ChildNode | null): ChildNode | null {
	const isLater = (child: ChildNode) =>
		at?.parentNode === child.parentNode && (at.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
	return children.find(isLater) ?? null;
}

function keyedChildren(parent: Element): ReadonlyMap<string, readonly ChildNode[]> {
	const byKey = new Map<string, ChildNode[]>();
	for (const child of parent.childNodes) {
		const key = keyOf(child);
		if (key === '') continue;
		const same = byKey.get(key);
		if (same) same.push(child);
		else byKey.set(key, [child]);
	}
	return byKey;
}

/** What a node is known by; '' for what is known by where it stands. */
function keyOf(node: Node): string {
	if (!(node instanceof Element)) return '';
	const { localName } = node;
	if (/^h\d$/.test(localName)) return `${localName} ${node.textContent}`;
	if (localName === 'div') return `div ${node.getAttribute('aria-label')}`;
	if (localName !== 'tr' && localName !== 'li') return '';
	const words = [...node.childNodes].filter(child => !(child instanceof Element && leadsToDraft(child)));
	return `${localName} ${words.map(({ textContent }) => textContent).join('\u0000')}`;
}

function leadsToDraft(element: Element): boolean {
	return element.querySelector('.go') !== null;
}
