import { SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Currency } from '../entities/boot';
import { AddRow } from './add-row';
import { RowButtons } from './row-buttons';
import { useRowFocus } from './use-row-focus';

interface CurrencyEditorProps {
	currencies: Currency[];
	chosen: string;
	onChange: ( changes: { currencies?: Currency[]; default_currency?: string } ) => void;
}

const decimals = [ 0, 1, 2, 3, 4 ];

/** The currencies of amounts, and that of new records. */
export function CurrencyEditor( { currencies, chosen, onChange }: CurrencyEditorProps ) {
	const [ code, setCode ] = useState( '' );
	const { list, leave } = useRowFocus();
	const isNew = /^[A-Z]{3,5}$/.test( code ) && ! currencies.some( ( currency ) => currency.code === code );
	const change = ( changed: Currency[] ) => {
		const isThere = changed.some( ( currency ) => currency.code === chosen );
		onChange( { currencies: changed, ...( ! isThere && { default_currency: changed[ 0 ]?.code ?? '' } ) } );
	};
	const set = ( index: number, changes: Partial< Currency > ) =>
		change( currencies.map( ( item, position ) => ( position === index ? { ...item, ...changes } : item ) ) );
	return (
		<section className="carnet-form__section">
			<h2>{ __( 'Currencies', 'carnet-crm' ) }</h2>
			<p>{ __( 'A currency that records have amounts in stays, and keeps its decimals.', 'carnet-crm' ) }</p>
			<ol className="carnet-rows" ref={ list }>
				{ currencies.map( ( currency, index ) => (
					<li key={ currency.code }>
						<strong className="carnet-rows__code">{ currency.code }</strong>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							className="carnet-rows__number"
							/* translators: %s: code of a currency. */
							label={ sprintf( __( 'Symbol of %s', 'carnet-crm' ), currency.code ) }
							hideLabelFromVision
							maxLength={ 10 }
							value={ currency.symbol }
							onChange={ ( symbol ) => set( index, { symbol } ) }
						/>
						<SelectControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							className="carnet-rows__select"
							/* translators: %s: code of a currency. */
							label={ sprintf( __( 'Decimals of %s', 'carnet-crm' ), currency.code ) }
							hideLabelFromVision
							value={ String( currency.exponent ) }
							options={ decimals.map( ( count ) => ( {
								value: String( count ),
								label: sprintf(
									/* translators: %d: digits after the decimal point. */
									_n( '%d decimal', '%d decimals', count, 'carnet-crm' ),
									count
								),
							} ) ) }
							onChange={ ( exponent ) => set( index, { exponent: Number( exponent ) } ) }
						/>
						<RowButtons
							items={ currencies }
							index={ index }
							label={ currency.code }
							onChange={ change }
							onDelete={ () => leave( index ) }
						/>
					</li>
				) ) }
			</ol>
			<AddRow
				onAdd={ () => {
					if ( isNew ) {
						change( [ ...currencies, { code, exponent: 2, symbol: code } ] );
						setCode( '' );
					}
				} }
			>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Code of a new currency', 'carnet-crm' ) }
					help={
						code && ! isNew
							? __( 'Three to five capital letters that no other currency has.', 'carnet-crm' )
							: undefined
					}
					maxLength={ 5 }
					value={ code }
					onChange={ ( typed ) => setCode( typed.toUpperCase() ) }
				/>
			</AddRow>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="carnet-rows__default"
				label={ __( 'Currency of new deals and quotes', 'carnet-crm' ) }
				value={ chosen }
				options={ currencies.map( ( currency ) => ( { value: currency.code, label: currency.code } ) ) }
				onChange={ ( value ) => onChange( { default_currency: value } ) }
			/>
		</section>
	);
}
