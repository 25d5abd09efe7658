import { __ } from '@wordpress/i18n';
import { useConfig } from '../../shared/config-context';
import { formatMoney } from '../../shared/money';
import { comparedInWords } from '../in-words';
import type { MoneyFigure as Figure } from '../use-dashboard';

/** An amount for each currency, never added up, with what it was before. */
export function MoneyFigure( { title, figure }: { title: string; figure: Figure } ) {
	const { config } = useConfig();
	const { current, previous, change, rows } = figure;
	const currencies = Object.keys( change );
	return (
		<div className="carnet-money-figure">
			<h3>{ title }</h3>
			{ ! currencies.length && <p>{ __( 'No sales in this period or the one before.', 'carnet-crm' ) }</p> }
			{ currencies.map( ( code ) => (
				<div key={ code }>
					<a className="carnet-big-figure" href={ `${ rows }&currency=${ code }` }>
						{ formatMoney( current[ code ] ?? 0, code, config ) }
					</a>
					<p>
						{ comparedInWords(
							formatMoney( previous[ code ] ?? 0, code, config ),
							change[ code ] ?? null
						) }
					</p>
				</div>
			) ) }
		</div>
	);
}
