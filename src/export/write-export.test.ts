import { ReadableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import { writeExport } from './write-export';

Object.assign( globalThis, { TextDecoder } );

const OPTIONS = { delimiter: ',' as const, isQuoted: false, hasMark: true };

/** A body that arrives in pieces of some bytes, wherever they cut a line or a letter. */
function bodyOf( text: string, size: number ) {
	const bytes = new TextEncoder().encode( text );
	let at = 0;
	return new ReadableStream( {
		pull( controller ) {
			if ( at >= bytes.length ) {
				controller.close();
				return;
			}
			controller.enqueue( bytes.slice( at, at + size ) );
			at += size;
		},
	} ) as unknown as globalThis.ReadableStream< Uint8Array >;
}

function fileOf() {
	const written: string[] = [];
	return {
		written,
		file: {
			columns: [ 'name' ],
			cellsOf: ( record: { [ field: string ]: unknown } ) => [ String( record.name ) ],
			options: OPTIONS,
			target: {
				write: async ( text: string ) => void written.push( text ),
				close: async () => {},
				abort: async () => {},
			},
			onProgress: () => {},
		},
	};
}

test.each( [ 1, 3, 7, 1000 ] )( 'Rows are whole however the answer is cut: %d bytes at a time', async ( size ) => {
	const { written, file } = fileOf();
	const rows = await writeExport( bodyOf( '{"name":"Zoë"}\n{"name":"👩‍💻"}\n{"name":"=1"}\n', size ), file );
	expect( rows ).toBe( 3 );
	expect( written.join( '' ) ).toBe( "\ufeffname\r\nZoë\r\n👩‍💻\r\n'=1\r\n" );
} );

test( 'A piece of many rows is written in parts, in order', async () => {
	const { written, file } = fileOf();
	const names = Array.from( { length: 1001 }, ( _value, index ) => `n${ index }` );
	const body = names.map( ( name ) => `{"name":"${ name }"}\n` ).join( '' );
	expect( await writeExport( bodyOf( body, body.length ), file ) ).toBe( 1001 );
	expect( written.join( '' ) ).toBe( `\ufeffname\r\n${ names.join( '\r\n' ) }\r\n` );
	expect( Math.max( ...written.map( ( text ) => text.split( '\r\n' ).length ) ) ).toBeLessThan( 300 );
} );

test( 'An export of nothing has its head', async () => {
	const { written, file } = fileOf();
	expect( await writeExport( bodyOf( '', 10 ), file ) ).toBe( 0 );
	expect( written.join( '' ) ).toBe( '\ufeffname\r\n' );
} );

test( 'An answer that breaks off in a row fails', async () => {
	await expect( writeExport( bodyOf( '{"name":"a"}\n{"na', 5 ), fileOf().file ) ).rejects.toThrow();
} );
