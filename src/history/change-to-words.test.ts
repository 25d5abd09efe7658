import type { FieldConfig } from '../entities/boot';
import { opToWords, sourceToWords, valueToWords } from './change-to-words';

const NAMES = {
	choices: [ { value: 'lead', label: 'Lead' } ],
	people: { 3: 'Anna' },
	tags: { 7: 'VIP' },
	records: { 12: 'Dastorg' },
};
const field = ( kind: FieldConfig[ 'kind' ] ): FieldConfig => ( {
	id: 'x',
	label: 'X',
	kind,
} );

describe( 'a value of the history', () => {
	it.each( [
		[ 'a choice by its label', 'choice', 'lead', 'Lead' ],
		[ 'a choice that is no more by its key', 'choice', 'old', 'old' ],
		[ 'a person by name', 'owner', 3, 'Anna' ],
		[ "a link by the record's name", 'relation', 12, 'Dastorg' ],
		[ 'a link to what is gone by its number', 'relation', 13, '#13' ],
		[ 'tags by name, deleted ones as what they are', 'tags', [ 7, 8 ], 'VIP, a deleted tag' ],
		[ 'a text as it is', 'text', '<b>', '<b>' ],
		[ 'nothing', 'text', null, '' ],
		[ 'no', 'boolean', false, 'No' ],
	] as const )( 'reads: %s', ( _title, kind, value, words ) => {
		expect( valueToWords( field( kind ), value, NAMES ) ).toBe( words );
	} );

	it( 'of a field that is no more is shown as it is', () => {
		expect( valueToWords( undefined, 'x', NAMES ) ).toBe( 'x' );
	} );
} );

describe( 'a change', () => {
	it( 'says what was done', () => {
		expect( opToWords( 'create' ) ).toBe( 'Added' );
		expect( opToWords( 'update' ) ).toBe( 'Changed' );
	} );
	it( 'says how, unless a person simply edited', () => {
		expect( sourceToWords( 'bulk' ) ).toBe( 'in a bulk change' );
		expect( sourceToWords( 'edit' ) ).toBe( '' );
	} );
} );
