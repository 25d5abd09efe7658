import { Button, Notice, Spinner } from '@wordpress/components';
import { lazy, Suspense, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import { newLink } from '../records/screen-address';
import { useKeepFocus } from '../shared/use-keep-focus';
import { PeriodChooser } from './period-chooser';
import { PLACES, placeLabels } from './places';
import type { DashboardAnswer } from './use-dashboard';
import { useDashboard } from './use-dashboard';
import { zoneInWords } from './in-words';
import { useLayout } from './use-layout';
import { usePeriod } from './use-period';

const Arrange = lazy( () => import( /* webpackChunkName: "arrange" */ './arrange' ) );

/** What to do first, instead of figures that are all zero. */
function FirstSteps() {
	return (
		<div className="carnet-empty carnet-widget">
			<h2>{ __( 'Welcome to Carnet CRM', 'carnet-crm' ) }</h2>
			<p>{ __( 'Add the people and companies you work with: the figures follow.', 'carnet-crm' ) }</p>
			{ can( 'carnet_edit' ) && (
				<div className="carnet-buttons">
					<Button __next40pxDefaultSize variant="primary" href={ newLink( 'contact' ) }>
						{ __( 'Add contact', 'carnet-crm' ) }
					</Button>
					<Button __next40pxDefaultSize variant="secondary" href={ newLink( 'account' ) }>
						{ __( 'Add account', 'carnet-crm' ) }
					</Button>
				</div>
			) }
		</div>
	);
}

function isEmpty( { widgets }: DashboardAnswer ): boolean {
	const {
		contacts_overview: overview,
		recent_transactions: quotes,
		upcoming_tasks: tasks,
		recent_actions: actions,
	} = widgets;
	const lists = [ quotes?.items, tasks?.items, actions?.items ];
	return (
		overview?.total === 0 &&
		overview.growth.every( ( { created } ) => created === 0 ) &&
		! tasks?.overdue.count &&
		lists.every( ( items ) => ! items?.length )
	);
}

/** The figures of a period, arranged by the person; every number opens the list it counts. */
export default function Dashboard() {
	const { name, period, choose } = usePeriod();
	const { answer, error } = useDashboard( period );
	const { layout, arrange, reset } = useLayout();
	const [ isArranging, setIsArranging ] = useState( false );
	const arrangeButton = useRef< HTMLButtonElement >( null );
	const keepFocus = useKeepFocus();
	const titles = placeLabels();
	const isFirst = answer !== null && isEmpty( answer );
	return (
		<>
			<ScreenTitle title={ __( 'Dashboard', 'carnet-crm' ) } />
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error.message }
				</Notice>
			) }
			{ ( ! answer || ! layout ) && ! error && <Spinner /> }
			{ isFirst && <FirstSteps /> }
			{ answer && layout && ! isFirst && isArranging && (
				<Suspense fallback={ <Spinner /> }>
					<Arrange
						layout={ layout }
						onArrange={ arrange }
						onReset={ reset }
						onDone={ () => {
							setIsArranging( false );
							keepFocus( () => arrangeButton.current );
						} }
					/>
				</Suspense>
			) }
			{ answer && layout && ! isFirst && ! isArranging && (
				<>
					<div className="carnet-dashboard__tools">
						<PeriodChooser name={ name } period={ period ?? answer } onChange={ choose } />
						<Button
							ref={ arrangeButton }
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => setIsArranging( true ) }
						>
							{ __( 'Arrange widgets', 'carnet-crm' ) }
						</Button>
					</div>
					<p>
						{ answer.scope === 'own'
							? __( 'These figures count your own records.', 'carnet-crm' )
							: __( 'These figures count everybody’s records.', 'carnet-crm' ) }{ ' ' }
						{ sprintf(
							/* translators: %s: time zone, such as Europe/Paris. */
							__( 'Days are those of the site: %s.', 'carnet-crm' ),
							zoneInWords( answer.time_zone )
						) }
					</p>
					<div className="carnet-dashboard" aria-live="polite">
						{ layout.widgets.map( ( place ) => {
							const Place = PLACES[ place ];
							return (
								Place && (
									<Place
										key={ place }
										title={ titles[ place ] ?? place }
										figures={ answer.widgets }
									/>
								)
							);
						} ) }
					</div>
				</>
			) }
		</>
	);
}
