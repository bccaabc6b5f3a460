/** A rough stem, for features only: forms of one verb or noun should fall together, and nobody ever reads the result. */

/** The stem of a lower-case word. */
export function stemOf(word: string): string {
	const known = irregular.get(word);
	if (known !== undefined) return withoutE(known);
	const cut = withoutEnding(word);
	if (cut === word) return withoutE(word);
	return withoutE(isDoubled(cut) ? cut.slice(0, -1) : cut);
}

function withoutEnding(word: string): string {
	const { length } = word;
	if (length > 4 && (word.endsWith('ies') || word.endsWith('ied'))) return `${word.slice(0, -3)}y`;
	if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
	if (length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')) return word.slice(0, -1);
	if (length > 4 && word.endsWith('ed')) return word.slice(0, -2);
	if (length > 5 && word.endsWith('ing')) return word.slice(0, -3);
	return word;
}

function isDoubled(word: string): boolean {
	const last = word.charAt(word.length - 1);
	return last === word.charAt(word.length - 2) && 'bdgmnprt'.includes(last);
}

function withoutE(word: string): string {
	return word.endsWith('e') ? word.slice(0, -1) : word;
}

const irregular: ReadonlyMap<string, string> = new Map(
	(
		'said:say says:say told:tell wrote:write written:write thought:think knew:know known:know felt:feel saw:see seen:see ' +
		'found:find made:make gave:give given:give took:take taken:take held:hold spoke:speak spoken:speak heard:hear ' +
		'put:put meant:mean swore:swear sworn:swear understood:understand began:begin begun:begin came:come went:go gone:go ' +
		'got:get had:have has:have is:be are:be was:be were:be been:be am:be did:do done:do does:do chose:choose chosen:choose ' +
		'forgot:forget sought:seek sent:send showed:show shown:show led:lead left:leave laid:lay paid:pay argued:argue ' +
		'arguing:argue ran:run won:win lost:lose kept:keep brought:bring drew:draw drawn:draw fell:fall lied:lie denied:deny ' +
		'denies:deny lying:lie sang:sing sung:sing taught:teach caught:catch bought:buy fought:fight broke:break broken:break ' +
		'sold:sell stood:stand grew:grow grown:grow threw:throw thrown:throw flew:fly flown:fly rose:rise risen:rise ' +
		'met:meet built:build lent:lend spent:spend dealt:deal dreamt:dream learnt:learn foresaw:foresee foreseen:foresee ' +
		'foretold:foretell retold:retell withdrew:withdraw withheld:withhold upheld:uphold bade:bid sworn:swear'
	)
		.split(' ')
		.map(entry => entry.split(':') as [string, string]),
);
