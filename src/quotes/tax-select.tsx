import { SelectControl } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useConfig } from '../shared/config-context';
import { typedDecimal } from '../shared/format-number';

interface TaxSelectProps {
	rate: string;
	onChange: ( rate: string ) => void;
}

/**
 * The tax of an amount: those of the settings, and the one it has.
 */
export function TaxSelect( { rate, onChange }: TaxSelectProps ) {
	const id = useId();
	const { taxes } = useConfig().config;
	const options: Array< { value: string; label: string } > = taxes.map( ( tax ) => ( {
		value: tax.rate,
		label: sprintf(
			/* translators: 1: rate of a tax in per cent, first because a narrow field cuts the end. 2: its name. */
			__( '%1$s%% – %2$s', 'carnet-crm' ),
			typedDecimal( tax.rate ),
			tax.label
		),
	} ) );
	if ( ! taxes.some( ( tax ) => tax.rate === rate ) ) {
		options.push( { value: rate, label: `${ typedDecimal( rate ) }%` } );
	}
	return (
		<SelectControl
			// DataViews' copy of the components in the form counts its ids apart from this one's.
			id={ id }
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Tax', 'carnet-crm' ) }
			value={ rate }
			options={ options }
			onChange={ onChange }
		/>
	);
}
