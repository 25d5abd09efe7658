import { noteOf, stringOf } from '../../tools/translations/gettext-calls.mjs';
import { problemsOf } from '../../tools/translations/problems.mjs';
import { stringsInPhp } from '../../tools/translations/strings-in-php.mjs';
import { stringsInTs } from '../../tools/translations/strings-in-ts.mjs';

describe( 'strings in TypeScript', () => {
	it( 'finds texts, plurals, contexts and the comment for translators above the call', () => {
		const code = `
			const a = __( 'Save', 'carnet-crm' );
			const b = sprintf(
				/* translators: %s: how many. */
				_n( '%s contact', '%s contacts', count, 'carnet-crm' ),
				count
			);
			const c = wp.i18n._x( 'Filter', 'verb', 'carnet-crm' );
			const d = __( 'Not ours' );
		`;
		expect( stringsInTs( code, 'a.ts' ) ).toEqual( [
			{ text: 'Save', plural: '', context: '', note: '' },
			{ text: '%s contact', plural: '%s contacts', context: '', note: 'translators: %s: how many.' },
			{ text: 'Filter', plural: '', context: 'verb', note: '' },
		] );
	} );

	it( 'finds strings in JSX, and does not take the comment of an earlier line', () => {
		const code = `
			/* translators: of another call */
			const a = 1;
			const b = <p title={ __( 'Title', 'carnet-crm' ) }>{ __( 'Text', 'carnet-crm' ) }</p>;
		`;
		expect( stringsInTs( code, 'a.tsx' ).map( ( { text, note } ) => [ text, note ] ) ).toEqual( [
			[ 'Title', '' ],
			[ 'Text', '' ],
		] );
	} );
} );

test( 'a text that is not a literal stops the extraction and says where', () => {
	expect( () => stringOf( '__', [ null, 'carnet-crm' ], 'a.ts:3' ) ).toThrow( 'a.ts:3' );
	expect( stringOf( '__', [ null, 'other' ], 'a.ts:3' ) ).toBeNull();
	expect( stringOf( 'toString', [ 'x', 'carnet-crm' ], 'a.ts:3' ) ).toBeNull();
} );

test( 'a comment for translators of several lines becomes one', () => {
	expect( noteOf( '/*\n * translators: 1: name,\n * 2: number.\n */' ) ).toBe( 'translators: 1: name, 2: number.' );
	expect( noteOf( '// anything else' ) ).toBeNull();
} );

describe( 'problems of a translation', () => {
	const entry = ( text, plural = '' ) => ( { text, plural, context: '' } );
	test.each( [
		[ 'complete', entry( 'Save' ), [ 'Enregistrer' ], [] ],
		[ 'empty', entry( 'Save' ), [ '' ], [ /not translated/ ] ],
		[ 'one plural form missing', entry( '%s tag', '%s tags' ), [ '%s étiquette', '' ], [ /not translated/ ] ],
		[ 'placeholder lost', entry( 'Owner of %s' ), [ 'Gestion' ], [ /no placeholder/ ] ],
		[ 'placeholders swapped', entry( '%1$s of %2$s' ), [ '%2$s\u00a0: %1$s' ], [] ],
		[ 'placeholder of another kind', entry( '%d tags' ), [ '%s étiquettes' ], [ /%s/ ] ],
		[ 'one form without its number', entry( 'One tag', '%d tags' ), [ 'Une étiquette', '%d étiquettes' ], [] ],
		[ 'tag lost', entry( '<b>Save</b>' ), [ 'Enregistrer' ], [ /no placeholder/ ] ],
		[ 'typewriter apostrophe', entry( 'History' ), [ "L'historique" ], [ /’/ ] ],
		[ 'plain space before a colon', entry( 'Owner:' ), [ 'Gestion :' ], [ /non-breaking/ ] ],
		[ 'no space before a question mark', entry( 'Sure?' ), [ 'Sûr?' ], [ /non-breaking/ ] ],
		[ 'addresses and times are no punctuation', entry( 'x' ), [ 'https://example.com à 10:30' ], [] ],
		[ 'English quotes', entry( 'x' ), [ '“a”' ], [ /«/ ] ],
		[ 'French quotes', entry( 'x' ), [ '«\u00a0a\u00a0»' ], [] ],
		[ 'a space at the end lost', entry( 'Name: ' ), [ 'Nom\u00a0:' ], [ /spaces at its ends/ ] ],
	] )( '%s', ( title, original, translated, expected ) => {
		const problems = problemsOf( original, translated, false );
		expect( problems ).toHaveLength( expected.length );
		expected.forEach( ( pattern, index ) => expect( problems[ index ] ).toMatch( pattern ) );
	} );

	it( 'refuses what is marked fuzzy', () => {
		expect( problemsOf( entry( 'Save' ), [ 'Enregistrer' ], true ) ).toEqual( [ 'marked fuzzy' ] );
	} );
} );

describe( 'strings in PHP', () => {
	it( 'finds texts wherever an expression may stand, with the comment for translators', () => {
		const code = `<?php
		/**
		 * Plugin Name:       Carnet
		 * Description:       A CRM.
		 * Author:            People
		 */
		final class A {
			public function a( int $n ): string {
				/* translators: %d: how many. */
				$a = sprintf( _n( '%d tag', '%d tags', $n, 'carnet-crm' ), $n );
				return match ( $n ) {
					1 => esc_html__( 'It’s one', 'carnet-crm' ),
					default => _x( 'Title', 'Mr or Ms', 'carnet-crm' ),
				};
			}
			public function b(): array {
				return array( 'label' => fn() => __( 'Name', 'carnet-crm' ), 'other' => __( 'Not ours', 'other' ) );
			}
		}`;
		expect(
			stringsInPhp( code, 'a.php' ).map( ( { text, plural, context, note } ) => [ text, plural, context, note ] )
		).toEqual( [
			[ 'Carnet', '', '', 'Plugin Name of the plugin' ],
			[ 'A CRM.', '', '', 'Description of the plugin' ],
			[ 'People', '', '', 'Author of the plugin' ],
			[ '%d tag', '%d tags', '', 'translators: %d: how many.' ],
			[ 'It’s one', '', '', '' ],
			[ 'Title', '', 'Mr or Ms', '' ],
			[ 'Name', '', '', '' ],
		] );
	} );
} );
