import { CheckboxControl } from '@wordpress/components';
import { DataViews } from '@wordpress/dataviews';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { useListFields } from '../records/list-fields';
import type { Noun } from '../records/noun';
import { useLinkNames } from '../records/use-link-names';
import { formatNumber } from '../shared/format-number';
import type { ExportChoices } from './use-export-choices';

interface FiltersStepProps {
	noun: Noun;
	choices: ExportChoices;
}

const NO_ROWS: CrmRecord[] = [];
const NO_PAGES = { totalItems: 0, totalPages: 0 };
const LAYOUTS = { table: {} };

/** Step 3: tags and every other filter of the list, without the list. */
export function FiltersStep( { noun, choices }: FiltersStepProps ) {
	const { by, view, setView, selected, isSelection, setIsSelection } = choices;
	const linkNames = useLinkNames( noun.entity, view.filters );
	const fields = useListFields( noun, [ by ], linkNames );
	return (
		<>
			{ selected > 0 && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ sprintf(
						/* translators: %s: number of records, formatted. */
						_n(
							'Only the %s record that was selected',
							'Only the %s records that were selected',
							selected,
							'carnet-crm'
						),
						formatNumber( selected )
					) }
					checked={ isSelection }
					onChange={ setIsSelection }
				/>
			) }
			<p>{ __( 'Without a filter, all of them are exported.', 'carnet-crm' ) }</p>
			<DataViews< CrmRecord >
				view={ view }
				onChangeView={ setView }
				fields={ fields }
				data={ NO_ROWS }
				getItemId={ ( { id } ) => String( id ) }
				paginationInfo={ NO_PAGES }
				defaultLayouts={ LAYOUTS }
			>
				<DataViews.Search label={ noun.words().search } />
				<DataViews.Filters className="carnet-list__filters" />
			</DataViews>
		</>
	);
}
