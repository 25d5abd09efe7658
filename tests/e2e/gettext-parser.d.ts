// The package has no types of its own; this is what translator.ts reads.
declare module 'gettext-parser' {
	interface Entry {
		msgid_plural?: string;
		msgstr: string[];
	}
	export const po: { parse: ( file: Buffer ) => { translations: Record< string, Record< string, Entry > > } };
}
