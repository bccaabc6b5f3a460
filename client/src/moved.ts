/** Where an address has gone when a file, or a folder with all that lies in it, is moved; null where it stays. */
export function movedTo(address: string, from: string, to: string): string | null {
	if (address === from) return to;
	return address.startsWith(`${from}/`) ? to + address.slice(from.length) : null;
}
