import { SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Config } from '../entities/boot';
import { typedDecimal } from '../shared/format-number';
import { AddRow } from './add-row';
import { keyOf } from './list-rows';
import { toRate } from './rate';
import { RowButtons } from './row-buttons';
import { useRowFocus } from './use-row-focus';

type Tax = Config[ 'taxes' ][ number ];

interface TaxEditorProps {
	taxes: Tax[];
	chosen: string;
	onChange: ( changes: { taxes?: Tax[]; default_tax?: string } ) => void;
}

/** The taxes that quotes offer, and that of new lines. Quotes keep the rate they were given. */
export function TaxEditor( { taxes, chosen, onChange }: TaxEditorProps ) {
	const [ label, setLabel ] = useState( '' );
	const { list, leave } = useRowFocus();
	const change = ( changed: Tax[] ) => {
		const isThere = changed.some( ( { key } ) => key === chosen );
		onChange( { taxes: changed, ...( ! isThere && { default_tax: changed[ 0 ]?.key ?? '' } ) } );
	};
	const set = ( index: number, changes: Partial< Tax > ) =>
		change( taxes.map( ( item, position ) => ( position === index ? { ...item, ...changes } : item ) ) );
	const add = () => {
		const name = label.trim();
		if ( name ) {
			const taken = taxes.map( ( { key } ) => key );
			change( [ ...taxes, { key: keyOf( name, taken ), label: name, rate: '0' } ] );
			setLabel( '' );
		}
	};
	return (
		<section className="carnet-form__section">
			<h2>{ __( 'Taxes', 'carnet-crm' ) }</h2>
			<p>{ __( 'Quotes keep the rate they were given, whatever becomes of the tax.', 'carnet-crm' ) }</p>
			<ol className="carnet-rows" ref={ list }>
				{ taxes.map( ( tax, index ) => (
					<li key={ tax.key }>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							/* translators: %s: key of a value, as stored in records. */
							label={ sprintf( __( 'Label of %s', 'carnet-crm' ), tax.key ) }
							hideLabelFromVision
							maxLength={ 60 }
							value={ tax.label }
							onChange={ ( changed ) => set( index, { label: changed } ) }
						/>
						<span className="carnet-rows__unit">
							<TextControl
								__next40pxDefaultSize
								__nextHasNoMarginBottom
								className="carnet-rows__number"
								/* translators: %s: label of a tax. */
								label={ sprintf( __( 'Rate of %s, in per cent', 'carnet-crm' ), tax.label ) }
								hideLabelFromVision
								inputMode="decimal"
								help={
									toRate( tax.rate ) === null
										? __( '0 to 100, with two decimals at most.', 'carnet-crm' )
										: undefined
								}
								value={ typedDecimal( tax.rate ) }
								onChange={ ( rate ) => set( index, { rate } ) }
							/>
							<span aria-hidden="true">%</span>
						</span>
						<RowButtons
							items={ taxes }
							index={ index }
							label={ tax.label }
							onChange={ change }
							onDelete={ () => leave( index ) }
						/>
					</li>
				) ) }
			</ol>
			<AddRow onAdd={ add }>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Name of a new tax', 'carnet-crm' ) }
					maxLength={ 60 }
					value={ label }
					onChange={ setLabel }
				/>
			</AddRow>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="carnet-rows__default"
				label={ __( 'Tax of new lines', 'carnet-crm' ) }
				value={ chosen }
				options={ taxes.map( ( tax ) => ( { value: tax.key, label: tax.label } ) ) }
				onChange={ ( value ) => onChange( { default_tax: value } ) }
			/>
		</section>
	);
}
