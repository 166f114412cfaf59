import pytest

from sitegen.serve.dress import allowed, dressed

HOST = "127.0.0.1:8000"
SELF = "script-src 'self'; style-src 'self'"
LIVE = f"connect-src 'self' ws://{HOST}"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "default-src 'none'; style-src 'self'; script-src 'self'",
            f"default-src 'none'; style-src 'self'; script-src 'self'; {LIVE}",
        ),
        ("default-src 'none'", f"default-src 'none'; script-src 'self'; style-src 'self'; {LIVE}"),
        ("default-src 'self'", f"default-src 'self'; script-src 'self'; style-src 'self'; {LIVE}"),
        ("script-src 'sha256-x'", "script-src 'sha256-x' 'self'"),
        ("script-src 'none'; connect-src 'none'", f"script-src 'self'; {LIVE}"),
        (
            "default-src 'none'; connect-src https://a.example",
            f"default-src 'none'; connect-src https://a.example 'self' ws://{HOST}; {SELF}",
        ),
        ("img-src 'self'", "img-src 'self'"),
        ("upgrade-insecure-requests; img-src *", "upgrade-insecure-requests; img-src *"),
        ("Script-Src 'NONE' ;; ", "script-src 'self'"),
        ("", ""),
    ],
)
def test_the_policy_lets_the_preview_through_and_nothing_else(policy, expected):
    assert allowed(policy, HOST) == expected


PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'>"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    '<title>x</title></head><body class="a"><p>words</p></body></html>'
)


def test_a_page_gets_the_script_and_leave_to_connect():
    page = dressed(PAGE, host=HOST, version="abc")
    assert '<script src="/__sitegen__/reload.js" data-version="abc"></script>' in page.split("</head>")[0]
    assert f"script-src 'self'; style-src 'self'; {LIVE}\">" in page
    assert "<p>words</p></body></html>" in page


def test_the_overlay_stands_first_in_the_body():
    assert '<body class="a"><section>oh</section><p>' in dressed(
        PAGE, host=HOST, version="", overlay="<section>oh</section>"
    )


@pytest.mark.parametrize("page", ["", "words", "<p>words", "<html><body>words", "<HEAD></HEAD ><BODY>words"])
def test_a_page_without_a_head_works_too(page):
    done = dressed(page, host=HOST, version="v", overlay="<b>o</b>")
    assert done.count("reload.js") == done.count("<b>o</b>") == 1
    assert "words" in done or not page


def test_a_policy_in_other_words_is_found():
    meta = "<meta content='script-src &#39;none&#39;' HTTP-EQUIV=content-security-policy>"
    assert "content=\"script-src 'self'\"" in dressed(meta, host=HOST, version="")


def test_other_metas_stay_as_they_are():
    meta = '<meta name="description" content="default-src \'none\' &amp; more">'
    assert meta in dressed(meta, host=HOST, version="")
