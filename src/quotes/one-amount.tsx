import { __ } from '@wordpress/i18n';
import { FieldError } from '../controls/field-error';
import { MoneyInput } from '../controls/money-control';
import { useWrongInputs } from '../controls/use-wrong-inputs';
import type { Line } from './line';
import { TaxSelect } from './tax-select';

interface OneAmountProps {
	line: Line;
	currency: string;
	/** What is wrong with the amount; '' for nothing. */
	wrong: string;
	onChange: ( line: Line ) => void;
}

/**
 * A quote in short: one amount with one tax. A missing amount is said so when one saves.
 */
export function OneAmount( { line, currency, wrong, onChange }: OneAmountProps ) {
	const { wrapper, isTried } = useWrongInputs< HTMLDivElement >( [ wrong ] );
	return (
		<div className="carnet-amounts__one" ref={ wrapper }>
			<FieldError message={ wrong && ( isTried || line.unit_price ) ? wrong : undefined }>
				<MoneyInput
					suffix
					label={ __( 'Amount without tax', 'carnet-crm' ) }
					value={ line.unit_price ?? null }
					currency={ currency }
					onChange={ ( price ) => {
						const { unit_price: before, ...rest } = line;
						onChange( price === null ? rest : { ...rest, unit_price: price } );
					} }
				/>
			</FieldError>
			<TaxSelect rate={ line.tax_rate } onChange={ ( rate ) => onChange( { ...line, tax_rate: rate } ) } />
		</div>
	);
}
