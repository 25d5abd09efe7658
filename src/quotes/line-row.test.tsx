import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { Config } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { checkLines } from './check-lines';
import type { Line } from './line';
import { LineRow } from './line-row';

const config = {
	locale: 'fr_FR',
	currencies: [ { code: 'EUR', exponent: 2, symbol: '€' } ],
	taxes: [ { key: 'standard', label: 'Standard', rate: '20' } ],
	default_currency: 'EUR',
	default_tax: 'standard',
} as unknown as Config;

jest.mock( '../entities/boot', () => ( { boot: () => ( { config } ) } ) );
jest.mock( '../shared/config-context', () => ( { useConfig: () => ( { config } ) } ) );

let now: Line;

function Row() {
	const [ line, setLine ] = useState< Line >( {
		description: 'Hosting',
		quantity: '1',
		discount_percent: '0',
		tax_rate: '20',
	} );
	now = line;
	const [ wrong = {} ] = checkLines( { id: 0, title: 'Site', lines: [ line ] } as unknown as CrmRecord );
	return (
		<form>
			<LineRow
				line={ line }
				number={ 1 }
				currency="EUR"
				net={ undefined }
				wrong={ wrong }
				onChange={ setLine }
				onRemove={ null }
			/>
		</form>
	);
}

const cell = ( name: string ) => screen.getByRole< HTMLInputElement >( 'textbox', { name } );
const type = ( name: string, value: string ) => fireEvent.change( cell( name ), { target: { value } } );

/** What is said to be wrong with a cell that is marked. */
const said = ( name: string ) =>
	cell( name ).getAttribute( 'aria-invalid' ) === 'true'
		? ( document.getElementById( cell( name ).getAttribute( 'aria-describedby' ) ?? '' )?.textContent ?? '' )
		: '';

describe( 'a line of a quote', () => {
	it( 'takes numbers as people write them', () => {
		render( <Row /> );
		type( 'Quantity', '1\u202f000,5' );
		type( 'Unit price', '1\u00a0234,56' );
		type( 'Discount (%)', ' 12,5' );
		expect( now ).toMatchObject( { quantity: '1000.5', unit_price: 123456, discount_percent: '12.5' } );
		expect( cell( 'Quantity' ).value ).toBe( '1\u202f000,5' );
		fireEvent.blur( cell( 'Quantity' ) );
		expect( cell( 'Quantity' ).value ).toBe( '1000,5' );
	} );

	it( 'takes an emptied discount for none', () => {
		render( <Row /> );
		type( 'Discount (%)', '' );
		expect( now.discount_percent ).toBe( '0' );
	} );

	it( 'marks each wrong cell and says what is wrong with it', () => {
		render( <Row /> );
		type( 'Quantity', 'deux' );
		type( 'Unit price', 'abc' );
		expect( said( 'Quantity' ) ).toMatch( /quantity above 0/ );
		expect( said( 'Unit price' ) ).toMatch( /price such as/ );
		expect( said( 'Discount (%)' ) ).toBe( '' );
	} );

	it( 'says what is missing, and takes the focus, when one saves', () => {
		render( <Row /> );
		type( 'Quantity', 'deux' );
		type( 'Description', '' );
		expect( said( 'Description' ) ).toBe( '' );
		act( () => void cell( 'Description' ).form?.reportValidity() );
		expect( said( 'Description' ) ).toMatch( /Description/ );
		expect( cell( 'Description' ).matches( ':focus' ) ).toBe( true );
	} );
} );
