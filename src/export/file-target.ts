/** Where a file goes while it is written. */
export interface FileTarget {
	write: ( text: string ) => Promise< void >;
	/** The file is complete. */
	close: () => Promise< void >;
	/** There is to be no file. */
	abort: () => Promise< void >;
}

type Picker = ( options: {
	suggestedName: string;
	types: Array< { accept: Record< string, string[] > } >;
} ) => Promise< { createWritable: () => Promise< FileTarget > } >;

/** Kept in pieces, which the browser may keep on the disk, and handed over as a download in the end. */
function download( name: string ): FileTarget {
	let pieces: Blob[] = [];
	return {
		write: async ( text ) => {
			pieces.push( new Blob( [ text ] ) );
		},
		close: async () => {
			const url = URL.createObjectURL( new Blob( pieces, { type: 'text/csv;charset=utf-8' } ) );
			const link = Object.assign( document.createElement( 'a' ), { href: url, download: name } );
			document.body.append( link );
			link.click();
			link.remove();
			// The browser has taken the address by then.
			setTimeout( () => URL.revokeObjectURL( url ), 60_000 );
		},
		abort: async () => {
			pieces = [];
		},
	};
}

/**
 * Opens a file for writing: straight to the disk where the browser can, at a place that the person chooses. Null where
 * they choose none. To be called in answer to a click.
 *
 * @param name Name of the file.
 */
export async function openFile( name: string ): Promise< FileTarget | null > {
	const picker = ( window as unknown as { showSaveFilePicker?: Picker } ).showSaveFilePicker;
	if ( ! picker ) {
		return download( name );
	}
	try {
		const file = await picker( { suggestedName: name, types: [ { accept: { 'text/csv': [ '.csv' ] } } ] } );
		return await file.createWritable();
	} catch ( error ) {
		if ( error instanceof DOMException && error.name === 'AbortError' ) {
			return null;
		}
		// Not allowed here, as in a frame.
		return download( name );
	}
}
