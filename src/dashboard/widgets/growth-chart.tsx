import { dateI18n, getSettings } from '@wordpress/date';
import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../shared/format-number';
import type { Growth } from '../use-dashboard';

const HEIGHT = 120;

/**
 * How many contacts there were at the end of each part of the period, as bars, with the same numbers in a table: the
 * picture is for the eye, the table for everyone.
 */
export function GrowthChart( { growth }: { growth: Growth[] } ) {
	const most = Math.max( 1, ...growth.map( ( { total } ) => total ) );
	const day = ( from: string ) => ( from ? dateI18n( getSettings().formats.date, `${ from }T00:00:00` ) : '' );
	return (
		<>
			<svg
				className="carnet-chart"
				viewBox={ `0 0 ${ growth.length } ${ HEIGHT }` }
				preserveAspectRatio="none"
				aria-hidden="true"
				focusable="false"
			>
				{ growth.map( ( { from, total }, index ) => {
					const height = ( HEIGHT * total ) / most;
					return (
						<rect key={ from } x={ index + 0.1 } y={ HEIGHT - height } width={ 0.8 } height={ height } />
					);
				} ) }
			</svg>
			<div className="carnet-chart__axis" aria-hidden="true">
				<span>{ day( growth[ 0 ]?.from ?? '' ) }</span>
				<span>
					{ sprintf(
						/* translators: %s: number, formatted. */
						__( 'Highest: %s', 'carnet-crm' ),
						formatNumber( most )
					) }
				</span>
				<span>{ day( growth.at( -1 )?.from ?? '' ) }</span>
			</div>
			<details>
				<summary>{ __( 'The numbers of this chart', 'carnet-crm' ) }</summary>
				<div className="carnet-chart__table">
					<table className="widefat striped">
						<thead>
							<tr>
								<th scope="col">{ __( 'From', 'carnet-crm' ) }</th>
								<th scope="col">{ __( 'Added', 'carnet-crm' ) }</th>
								<th scope="col">{ __( 'Moved to the trash', 'carnet-crm' ) }</th>
								<th scope="col">{ __( 'At the end', 'carnet-crm' ) }</th>
							</tr>
						</thead>
						<tbody>
							{ growth.map( ( { from, created, trashed, total } ) => (
								<tr key={ from }>
									<th scope="row">{ day( from ) }</th>
									<td>{ formatNumber( created ) }</td>
									<td>{ formatNumber( trashed ) }</td>
									<td>{ formatNumber( total ) }</td>
								</tr>
							) ) }
						</tbody>
					</table>
				</div>
			</details>
		</>
	);
}
