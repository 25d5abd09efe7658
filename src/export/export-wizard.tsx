import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import type { Noun } from '../records/noun';
import { listLink } from '../records/screen-address';
import { formatAddress } from '../router/address';
import { useAddress } from '../router/use-address';
import { formatNumber } from '../shared/format-number';
import { DownloadStep } from './download-step';
import { FieldsStep } from './fields-step';
import { FiltersStep } from './filters-step';
import { StepList } from './step-list';
import { TypeStep } from './type-step';
import { useExportChoices } from './use-export-choices';
import { useExportCount } from './use-export-count';

function steps() {
	return [
		{ id: 'type', label: __( 'Type', 'carnet-crm' ) },
		{ id: 'fields', label: __( 'Fields', 'carnet-crm' ) },
		{ id: 'filters', label: __( 'Tags and filters', 'carnet-crm' ) },
		{ id: 'file', label: __( 'File', 'carnet-crm' ) },
	];
}

function Steps( { noun }: { noun: Noun } ) {
	const address = useAddress();
	const choices = useExportChoices( noun, address.params );
	const { count, error } = useExportCount( noun.entity, choices.query );
	const all = steps();
	const place = Math.max(
		0,
		all.findIndex( ( { id } ) => id === address.tab )
	);
	const step = all[ place ]?.id ?? 'type';
	const heading = useRef< HTMLHeadingElement >( null );
	const shown = useRef( step );
	useEffect( () => {
		if ( shown.current !== step ) {
			shown.current = step;
			heading.current?.focus();
		}
	}, [ step ] );
	const linkTo = ( index: number ) => formatAddress( { ...address, tab: all[ index ]?.id } );
	return (
		<div className="carnet-export">
			<StepList label={ noun.words().export } steps={ all } current={ step } />
			<section className="carnet-form__section">
				<h2 ref={ heading } tabIndex={ -1 }>
					{ all[ place ]?.label }
				</h2>
				{ step === 'type' && <TypeStep noun={ noun } choices={ choices } /> }
				{ step === 'fields' && <FieldsStep noun={ noun } choices={ choices } /> }
				{ step === 'filters' && <FiltersStep noun={ noun } choices={ choices } /> }
				{ step === 'file' && <DownloadStep noun={ noun } choices={ choices } count={ count } /> }
			</section>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error.message }
				</Notice>
			) }
			<p className="carnet-export__count" role="status">
				{ count === null ? '' : noun.words().found( count, formatNumber( count ) ) }
			</p>
			<div className="carnet-buttons">
				{ place > 0 && (
					<Button __next40pxDefaultSize variant="secondary" href={ linkTo( place - 1 ) }>
						{ __( 'Back', 'carnet-crm' ) }
					</Button>
				) }
				{ place < all.length - 1 && (
					<Button __next40pxDefaultSize variant="primary" href={ linkTo( place + 1 ) }>
						{ __( 'Continue', 'carnet-crm' ) }
					</Button>
				) }
			</div>
		</div>
	);
}

/**
 * The export of a noun, in steps: type, fields, filters, file. What was chosen stays while one goes back and forth.
 */
export default function ExportWizard( { noun }: { noun: Noun } ) {
	return (
		<>
			<ScreenTitle title={ noun.words().export }>
				<a className="page-title-action" href={ listLink( noun.entity ) }>
					{ __( 'Back to the list', 'carnet-crm' ) }
				</a>
			</ScreenTitle>
			{ can( 'carnet_export' ) ? (
				<Steps noun={ noun } />
			) : (
				<Notice status="error" isDismissible={ false }>
					{ __( 'Your role does not allow exports.', 'carnet-crm' ) }
				</Notice>
			) }
		</>
	);
}
