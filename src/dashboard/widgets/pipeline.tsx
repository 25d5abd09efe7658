import { __, sprintf } from '@wordpress/i18n';
import { useConfig } from '../../shared/config-context';
import { formatNumber } from '../../shared/format-number';
import { formatMoney } from '../../shared/money';
import type { Amounts } from '../use-dashboard';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** The open deals by stage: how many, worth what, and what of it is to be expected. */
export function Pipeline( { title, figures }: PlaceProps ) {
	const { config } = useConfig();
	const { pipeline } = figures;
	if ( ! pipeline ) {
		return null;
	}
	const most = Math.max( 1, ...pipeline.stages.map( ( { count } ) => count ) );
	const stages = config.lists.deal_stage ?? [];
	const amounts = ( sums: Amounts ) =>
		Object.entries( sums ).map( ( [ code, minor ] ) => (
			<div key={ code }>{ formatMoney( minor, code, config ) }</div>
		) );
	return (
		<Widget title={ title } formula={ pipeline.formula }>
			<div className="carnet-pipeline-box">
				<table className="carnet-pipeline">
					<thead>
						<tr>
							<th scope="col">{ __( 'Stage', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Deals', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Amount', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Weighted', 'carnet-crm' ) }</th>
						</tr>
					</thead>
					<tbody>
						{ pipeline.stages.map( ( { stage, count, unvalued, amount, weighted, rows } ) => (
							<tr key={ stage }>
								<th scope="row">
									{ stages.find( ( { key } ) => key === stage )?.label ?? stage }
									<svg viewBox={ `0 0 ${ most } 1` } preserveAspectRatio="none" aria-hidden="true">
										<rect width={ count } height="1" />
									</svg>
								</th>
								<td>
									<a href={ rows }>{ formatNumber( count ) }</a>
								</td>
								<td>
									{ amounts( amount ) }
									{ unvalued > 0 && (
										<small>
											{ sprintf(
												/* translators: %s: number of deals. */
												__( '%s without an amount', 'carnet-crm' ),
												formatNumber( unvalued )
											) }
										</small>
									) }
								</td>
								<td>{ amounts( weighted ) }</td>
							</tr>
						) ) }
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">{ __( 'Weighted in all', 'carnet-crm' ) }</th>
							<td colSpan={ 3 }>
								<a href={ pipeline.rows }>{ amounts( pipeline.weighted ) }</a>
							</td>
						</tr>
					</tfoot>
				</table>
			</div>
		</Widget>
	);
}
