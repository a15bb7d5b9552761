"""Mounts what each floor tells, shaped after the Open Education API, version 5 (https://openonderwijsapi.nl)."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

from curriculum.api import components, courses, learning_outcomes, offerings, programs
from locations.api import organizations
from news import api as news
from portal.core.api.lists import PROBLEMS, refuse_others
from portal.core.api.problems import CONTENT_TYPE, ProblemError, on_invalid, on_problem
from portal.core.api.schemas import ApiModel
from portal.core.seo.head import site_url


class PublicApi(NinjaAPI):
    """Ninja's, whose OpenAPI document knows one type of content: here problems have their own."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """Return the document, in which everything but an answer is a problem."""
        document = super().get_openapi_schema(**options)
        for operations in document["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        response["content"] = {CONTENT_TYPE: response["content"]["application/json"]}
        return document


api = PublicApi(
    title="Opleidingshuis",
    version="1",
    description="Everything public of the Opleidingshuis, shaped after the Open Education API, version 5."
    " Accept-Language: nl or en.",
    docs_url=None,
    urls_namespace="api",
)
api.add_exception_handler(ProblemError, on_problem)
api.add_exception_handler(ValidationError, on_invalid)
api.add_router("/organizations", organizations.router)
api.add_router("/programs", programs.router)
api.add_router("/courses", courses.router)
api.add_router("/components", components.router)
api.add_router("/offerings", offerings.router)
api.add_router("/learning-outcomes", learning_outcomes.router)
api.add_router("/news-items", news.router)


class Service(ApiModel):
    """Where to read on."""

    specification: str
    documentation: str
    contact: str


@api.get("/", by_alias=True, response={200: Service, **PROBLEMS}, url_name="service", tags=["service"])
def service(request: HttpRequest) -> Service:
    """Tell where this API is described, and where to ask."""
    refuse_others(request, [])
    root = site_url(request)
    return Service(
        specification=f"{root}{reverse('api:openapi-json')}",
        documentation=f"{root}{reverse('api_explained')}",
        contact=f"{root}{reverse('contact')}",
    )
