import type { FieldConfig } from '../entities/boot';
import { canBeEmpty, emptyValue, hasValue } from './bulk-value';

const field = ( facts: Partial< FieldConfig > ): FieldConfig => ( { id: 'a', label: 'A', kind: 'text', ...facts } );

describe( 'a value for many records', () => {
	it.each( [
		[ 'a text', {}, true, '' ],
		[ 'a required text', { required: true }, false, '' ],
		[ 'a date that may be missing', { kind: 'date' as const, nullable: true }, true, null ],
		[ 'a choice that is always made', { kind: 'choice' as const }, false, '' ],
	] )( 'may be none for %s, or not', ( _title, facts, may, empty ) => {
		expect( canBeEmpty( field( facts ) ) ).toBe( may );
		expect( emptyValue( field( facts ) ) ).toBe( empty );
	} );

	it( 'is one only when there is something in it', () => {
		expect( [ undefined, null, '', ' ' ].some( hasValue ) ).toBe( false );
		expect( [ 'a', 0, false, 12 ].every( hasValue ) ).toBe( true );
	} );
} );
