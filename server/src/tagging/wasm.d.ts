/** What the build puts in place of `server/kernel`: see `scripts/lib/kernel.mjs`. */
declare module '*.wasm' {
	const code: Uint8Array;
	export default code;
}
