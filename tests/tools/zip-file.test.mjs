/**
 * @jest-environment node
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzip, zip } from '../../tools/zip-file.mjs';

const entries = [
	[ 'carnet-crm/plugin.php', Buffer.from( '<?php' ) ],
	[ 'carnet-crm/languages/é.po', Buffer.from( 'x'.repeat( 10_000 ) ) ],
	[ 'carnet-crm/empty.txt', Buffer.alloc( 0 ) ],
];
let folder;

beforeEach( () => {
	folder = mkdtempSync( join( tmpdir(), 'carnet-zip-' ) );
} );

afterEach( () => rmSync( folder, { recursive: true } ) );

test( 'what is packed comes out again', () => {
	unzip( zip( entries ), folder );
	for ( const [ name, content ] of entries ) {
		expect( readFileSync( join( folder, name ) ).equals( content ) ).toBe( true );
	}
} );

test( 'the same files give the same archive', () => {
	expect( zip( entries ).equals( zip( entries ) ) ).toBe( true );
} );

test.each( [ '../outside.txt', '/etc/outside.txt', 'a/../../outside.txt' ] )( '%s is refused', ( name ) => {
	expect( () => unzip( zip( [ [ name, Buffer.from( 'x' ) ] ] ), folder ) ).toThrow( 'Unsafe path' );
} );

test( 'a file that is no zip is refused', () => {
	expect( () => unzip( Buffer.from( 'no zip at all, just words' ), folder ) ).toThrow( 'Not a zip file' );
} );
