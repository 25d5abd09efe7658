import { setSettings, getSettings } from '@wordpress/date';
import cases from '../../tests/csv-cases.json';
import type { Config, FieldConfig } from '../entities/boot';
import type { CrmRecord, Tag } from '../entities/record';
import type { CsvOptions } from './csv';
import { csvLines, guard } from './csv';
import { csvCells } from './csv-cells';

const plain = ( delimiter: string ) => ( { delimiter: delimiter as CsvOptions[ 'delimiter' ], isQuoted: false } );

/** As an import takes it off, and as PHP does. */
const unguard = ( cell: string ) => ( /^'+\s*[=+\-@\t\r\0]/.test( cell ) ? cell.slice( 1 ) : cell );

/** A reader by the grammar of RFC 4180. */
function parsed( file: string, delimiter: string ): string[][] {
	const cell = new RegExp( `(?:"((?:[^"]|"")*)"|([^"\r\n${ delimiter }]*))(${ delimiter }|\r\n)`, 'y' );
	const rows: string[][] = [];
	let row: string[] = [];
	while ( cell.lastIndex < file.length ) {
		const at = cell.lastIndex;
		const match = cell.exec( file );
		if ( ! match ) {
			throw new Error( `No cell at ${ JSON.stringify( file.slice( at, at + 20 ) ) }` );
		}
		row.push( match[ 1 ]?.replaceAll( '""', '"' ) ?? match[ 2 ] ?? '' );
		if ( match[ 3 ] === '\r\n' ) {
			rows.push( row );
			row = [];
		}
	}
	return rows;
}

describe( 'A text is guarded where a spreadsheet would run it', () => {
	test.each( cases.texts.map( ( { title, text, cell } ) => [ title, text, cell ] ) )(
		'%s',
		( _title, text, cell ) => {
			expect( guard( text ) ).toBe( cell );
			expect( unguard( cell ) ).toBe( text );
		}
	);
} );

describe( 'Cells are a line of RFC 4180', () => {
	test.each( cases.lines.map( ( { title, ...line } ) => [ title, line ] as const ) )( '%s', ( _title, line ) => {
		expect( csvLines( [ line.cells ], plain( line.delimiter ) ) ).toBe( line.line );
	} );
} );

describe( 'A value is written for a spreadsheet', () => {
	const config = {
		currencies: Object.entries( cases.exponents ).map( ( [ code, exponent ] ) => ( {
			code,
			exponent,
			symbol: code,
		} ) ),
		default_currency: 'EUR',
	} as unknown as Config;
	const tags = Object.entries( cases.tags ).map( ( [ id, name ] ) => ( { id: Number( id ), name } ) as Tag );
	const settings = getSettings();
	beforeAll( () =>
		setSettings( { ...settings, timezone: { ...settings.timezone, string: cases.time_zone, offset: 1 } } )
	);
	afterAll( () => setSettings( settings ) );
	test.each( cases.values.map( ( { title, ...value } ) => [ title, value ] as const ) )( '%s', ( _title, value ) => {
		const fields = ( value.kind ? [ { id: value.column, label: '', kind: value.kind } ] : [] ) as FieldConfig[];
		const cellsOf = csvCells( [ value.column ], fields, config, tags );
		expect( cellsOf( value.record as unknown as CrmRecord ) ).toEqual( [ value.text ] );
	} );
} );

test.each( [ ',', ';', '\t' ] )( 'Every text survives the way out and in, separated by %j', ( delimiter ) => {
	const parts = [
		'=',
		'+',
		'-',
		'@',
		"'",
		'"',
		',',
		';',
		'\t',
		'\r',
		'\n',
		'\r\n',
		'\0',
		' ',
		'\u00a0',
		'\ufeff',
	].concat( [ '\u2028', '0', '42', '.', '(', ')', '|', '\\', 'a', 'É', '日本', '👩‍💻', '+33 6 12', '' ] );
	let seed = 4180;
	const random = ( below: number ) => {
		seed = ( seed * 48271 ) % 2147483647;
		return seed % below;
	};
	const text = () => Array.from( { length: random( 7 ) }, () => parts[ random( parts.length ) ] ).join( '' );
	const width = () => Array.from( { length: 1 + random( 3 ) }, text );
	for ( const isQuoted of [ false, true ] ) {
		const rows = Array.from( { length: 1500 }, width );
		const file = rows.map( ( row ) => csvLines( [ row ], { ...plain( delimiter ), isQuoted } ) ).join( '' );
		expect( parsed( file, delimiter ).map( ( row ) => row.map( unguard ) ) ).toEqual( rows );
	}
} );

test( 'Every cell stands in quotes where that is asked for', () => {
	expect( csvLines( [ [ 'a', '' ] ], { delimiter: ',', isQuoted: true } ) ).toBe( '"a",""\r\n' );
} );
